#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace callwright::console {

/// Bytes of a file or of standard input as they come: a pipe's bytes are handed on without waiting for more.
class ByteSource {
public:
    /// An empty path is standard input. Check error() before reading.
    explicit ByteSource(const std::string& path);

    /// The next bytes, valid until the next call; empty at the end or after an error.
    std::span<const std::byte> read();

    /// What went wrong, in English; empty: nothing.
    const std::string& error() const { return m_error; }

private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Closer> m_file;
    int m_descriptor = -1;
    std::vector<std::byte> m_buffer;
    std::string m_error;
};

/// Lets standard output carry bytes, not text, where the system tells them apart.
void makeStandardOutputBinary();

} // namespace callwright::console
