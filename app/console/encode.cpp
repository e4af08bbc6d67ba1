#include "app/console/byte_source.h"
#include "app/console/commands.h"
#include "app/console/frame_options.h"
#include "cil/protocol/hex.h"
#include "cil/protocol/json.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>

namespace callwright::console {

namespace {

void report(const std::string& what) { std::fprintf(stderr, "callwright-console encode: %s\n", what.c_str()); }

void write(std::span<const std::byte> frame, bool isHex) {
    if (isHex) {
        const std::string line = protocol::toHex(frame) + '\n';
        std::fwrite(line.data(), 1, line.size(), stdout);
    } else {
        std::fwrite(frame.data(), 1, frame.size(), stdout);
    }
}

/// The next JSON value; nullopt at the end of the input. Throws what nlohmann::json throws on a syntax error.
std::optional<nlohmann::ordered_json> nextObject(std::istream& in) {
    if ((in >> std::ws).eof()) {
        return std::nullopt;
    }
    nlohmann::ordered_json object;
    in >> object;
    return object;
}

bool encodeAll(std::istream& in, const FrameOptions& options) {
    bool isGood = true;
    int number = 0;
    try {
        while (const auto object = nextObject(in)) {
            ++number;
            const auto frame = fromJson(*object, options.version, options.codePage);
            if (frame) {
                write(*frame, options.isHex);
            } else {
                report("object " + std::to_string(number) + ": " + frame.error().detail);
                isGood = false;
            }
        }
    } catch (const nlohmann::json::exception& syntax) {
        report("after object " + std::to_string(number) + ": " + syntax.what());
        isGood = false;
    }
    return isGood;
}

} // namespace

int encode(Arguments arguments) {
    const auto parsed =
        parseFrameOptions(arguments, "encode", "Turns the JSON that decode gives back into frames, byte for byte.");
    if (const int* status = std::get_if<int>(&parsed)) {
        return *status;
    }
    const auto& options = std::get<FrameOptions>(parsed);
    std::ifstream file;
    if (!options.path.empty()) {
        file.open(options.path, std::ios::binary);
        if (!file) {
            report(options.path + ": " + std::strerror(errno));
            return failure;
        }
    }
    makeStandardOutputBinary();
    const bool isGood = encodeAll(options.path.empty() ? std::cin : file, options);
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        report("cannot write the output");
        return failure;
    }
    return isGood ? success : failure;
}

} // namespace callwright::console
