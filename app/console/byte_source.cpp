#include "app/console/byte_source.h"

#include <cerrno>
#include <cstring>

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#else
#include <unistd.h>
#endif

namespace callwright::console {

namespace {

constexpr std::size_t chunkSize = 65536;

#ifdef _WIN32
int descriptorOf(std::FILE* file) { return _fileno(file); }
void makeBinary(std::FILE* file) { _setmode(_fileno(file), _O_BINARY); }
long long readSome(int descriptor, std::byte* data, std::size_t size) {
    return _read(descriptor, data, static_cast<unsigned>(size));
}
#else
int descriptorOf(std::FILE* file) { return fileno(file); }
void makeBinary(std::FILE*) {}
long long readSome(int descriptor, std::byte* data, std::size_t size) { return ::read(descriptor, data, size); }
#endif

} // namespace

ByteSource::ByteSource(const std::string& path) : m_buffer(chunkSize) {
    if (path.empty()) {
        makeBinary(stdin);
        m_descriptor = descriptorOf(stdin);
        return;
    }
    m_file.reset(std::fopen(path.c_str(), "rb"));
    if (m_file) {
        m_descriptor = descriptorOf(m_file.get());
    } else {
        m_error = path + ": " + std::strerror(errno);
    }
}

std::span<const std::byte> ByteSource::read() {
    if (!m_error.empty()) {
        return {};
    }
    long long size = 0;
    do {
        size = readSome(m_descriptor, m_buffer.data(), m_buffer.size());
    } while (size < 0 && errno == EINTR);
    if (size < 0) {
        m_error = std::string("reading: ") + std::strerror(errno);
        return {};
    }
    return std::span<const std::byte>(m_buffer).first(static_cast<std::size_t>(size));
}

void makeStandardOutputBinary() { makeBinary(stdout); }

} // namespace callwright::console
