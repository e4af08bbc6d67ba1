#include "app/console/byte_source.h"
#include "app/console/commands.h"
#include "app/console/frame_options.h"
#include "cil/protocol/frame_splitter.h"
#include "cil/protocol/hex.h"
#include "cil/protocol/json.h"

#include <nlohmann/json.hpp>

#include <cctype>
#include <cstdio>

namespace callwright::console {

namespace {

/// Hex digits in pieces of any size to bytes.
class HexReader {
public:
    /// Adds what `digits` hold to `bytes`; false when there is something else than hex digits and white space.
    bool read(std::span<const std::byte> digits, std::vector<std::byte>& bytes) {
        for (const std::byte byte : digits) {
            const char c = std::to_integer<char>(byte);
            const int digit = protocol::hexDigit(c);
            if (digit < 0 && std::isspace(static_cast<unsigned char>(c)) == 0) {
                return false;
            }
            if (digit >= 0 && m_high < 0) {
                m_high = digit;
            } else if (digit >= 0) {
                bytes.push_back(static_cast<std::byte>(m_high << 4 | digit));
                m_high = -1;
            }
        }
        return true;
    }
    bool isComplete() const { return m_high < 0; }

private:
    int m_high = -1;
};

class FramePrinter {
public:
    explicit FramePrinter(const FrameOptions& options)
        : m_dump{options.codePage, options.showSecrets}, m_decoder(options.version) {}

    void take(std::span<const std::byte> bytes) {
        if (m_broken) {
            fail(*m_broken, bytes); // where frames begin is lost for good
            return;
        }
        m_splitter.append(bytes);
        for (;;) {
            const auto frame = m_splitter.next();
            if (!frame) {
                m_broken = frame.error();
                fail(*m_broken, m_splitter.held());
                return;
            }
            if (!*frame) {
                return;
            }
            const auto message = m_decoder.decode(**frame);
            if (message) {
                print(toJson(*message, m_dump));
            } else {
                fail(message.error(), **frame);
            }
        }
    }

    void finish() {
        if (!m_broken && m_splitter.pending() > 0) {
            fail({protocol::StatusCode::E_CTI_INVALID_MESSAGE_LENGTH, {}, m_splitter.pending(), "ends within a frame"},
                 m_splitter.held());
        }
    }

    bool hasFailed() const { return m_hasFailed; }

private:
    void fail(const protocol::Error& error, std::span<const std::byte> bytes) {
        m_hasFailed = true;
        print(toJson(error, bytes, m_dump));
    }

    static void print(const nlohmann::ordered_json& object) {
        const std::string line = object.dump() + '\n';
        std::fwrite(line.data(), 1, line.size(), stdout);
    }

    protocol::DumpOptions m_dump;
    protocol::FrameSplitter m_splitter;
    protocol::Decoder m_decoder;
    std::optional<protocol::Error> m_broken;
    bool m_hasFailed = false;
};

/// What went wrong apart from the frames; empty: nothing.
std::string decodeAll(ByteSource& source, bool isHex, FramePrinter& printer) {
    HexReader hex;
    std::vector<std::byte> fromHex;
    for (auto bytes = source.read(); !bytes.empty(); bytes = source.read()) {
        bool isGood = true;
        if (isHex) {
            fromHex.clear();
            isGood = hex.read(bytes, fromHex);
            bytes = fromHex;
        }
        printer.take(bytes);
        std::fflush(stdout);
        if (!isGood) {
            return "not a hex digit";
        }
    }
    printer.finish();
    return hex.isComplete() ? source.error() : "an odd number of hex digits";
}

} // namespace

int decode(Arguments arguments) {
    const auto parsed =
        parseFrameOptions(arguments, "decode", "Turns frames of the CTI Server protocol into JSON, one object a line.");
    if (const int* status = std::get_if<int>(&parsed)) {
        return *status;
    }
    const auto& options = std::get<FrameOptions>(parsed);
    ByteSource source(options.path);
    FramePrinter printer(options);
    std::string error = decodeAll(source, options.isHex, printer);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        error = "cannot write the output";
    }
    if (!error.empty()) {
        std::fprintf(stderr, "callwright-console decode: %s\n", error.c_str());
        return failure;
    }
    return printer.hasFailed() ? failure : success;
}

} // namespace callwright::console
