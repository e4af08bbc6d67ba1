#include "cil/events/arguments.h"

#include <algorithm>

namespace callwright {

Arguments::Arguments(std::initializer_list<Pair> pairs) {
    reserve(pairs.size());
    for (const Pair& pair : pairs) {
        set(pair.key, pair.value);
    }
}

Arguments& Arguments::set(Keyword key, ArgValue value) {
    if (key == Keyword()) {
        return *this;
    }
    const auto at = std::ranges::find(m_pairs, key, &Pair::key);
    if (at != m_pairs.end()) {
        at->value = std::move(value);
    } else {
        m_pairs.push_back({key, std::move(value)});
    }
    return *this;
}

Arguments& Arguments::merge(const Arguments& other) {
    reserve(size() + other.size());
    for (const Pair& pair : other) {
        set(pair.key, pair.value);
    }
    return *this;
}

void Arguments::remove(Keyword key) {
    std::erase_if(m_pairs, [key](const Pair& pair) { return pair.key == key; });
}

void Arguments::clear() { m_pairs.clear(); }

const ArgValue* Arguments::find(Keyword key) const {
    const auto at = std::ranges::find(m_pairs, key, &Pair::key);
    return at != m_pairs.end() ? &at->value : nullptr;
}

ArgValue Arguments::value(Keyword key) const {
    const ArgValue* found = find(key);
    return found ? *found : ArgValue();
}

std::optional<std::int32_t> Arguments::toInt(Keyword key) const {
    const ArgValue* found = find(key);
    return found ? found->toInt() : std::nullopt;
}

std::optional<std::uint32_t> Arguments::toUInt(Keyword key) const {
    const ArgValue* found = find(key);
    return found ? found->toUInt() : std::nullopt;
}

std::optional<bool> Arguments::toBool(Keyword key) const {
    const ArgValue* found = find(key);
    return found ? found->toBool() : std::nullopt;
}

QString Arguments::toString(Keyword key) const {
    const ArgValue* found = find(key);
    return found ? found->toString() : QString();
}

const Arguments* Arguments::arguments(Keyword key) const {
    const ArgValue* found = find(key);
    return found ? found->arguments() : nullptr;
}

const Arguments::Pair* Arguments::at(std::size_t index) const {
    return index >= 1 && index <= m_pairs.size() ? &m_pairs[index - 1] : nullptr;
}

bool operator==(const Arguments& left, const Arguments& right) {
    return left.size() == right.size() && std::ranges::all_of(left.m_pairs, [&right](const Arguments::Pair& pair) {
               const ArgValue* other = right.find(pair.key);
               return other && *other == pair.value;
           });
}

} // namespace callwright
