#include "tests/fuzz/seeds.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

bool write(const std::filesystem::path& folder, const std::vector<callwright::fuzz::Seed>& seeds) {
    std::filesystem::create_directories(folder);
    for (const auto& seed : seeds) {
        std::ofstream file(folder / seed.name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(seed.input.data()), static_cast<std::streamsize>(seed.input.size()));
        if (!file) {
            std::fprintf(stderr, "cannot write %s\n", (folder / seed.name).string().c_str());
            return false;
        }
    }
    return true;
}

} // namespace

/// Writes the corpora to start fuzzing from: FOLDER/frames and FOLDER/json.
int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("Usage: callwright-fuzz-seeds FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    return write(folder / "frames", callwright::fuzz::frameSeeds()) &&
                   write(folder / "json", callwright::fuzz::jsonSeeds())
               ? 0
               : 1;
}
