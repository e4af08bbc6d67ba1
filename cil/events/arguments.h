#pragma once

#include <QString>
#include <QStringView>
#include <QVariant>

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace callwright {

/// An interned Arguments key. Known keywords (those of the tables) are constants in keywords.h; any other text interns
/// at run time. Comparison is by number; spelling is case-blind and trimmed of outer blanks, and an "ekw" prefix names
/// the same keyword.
class Keyword {
public:
    Keyword() = default;
    explicit constexpr Keyword(std::uint32_t number) : m_number(number) {}
    /// Interns. No keyword (number 0) for blank text, and once 65536 unknown names have been seen: names come from
    /// the network too, and interned ones are never forgotten.
    static Keyword of(QStringView name);
    static Keyword indexed(Keyword base, int index); ///< "SkillGroup[2]"
    QString name() const;                            ///< as the tables spell it, or as first interned
    bool isKnown() const;                            ///< one of the tables
    constexpr std::uint32_t number() const { return m_number; }
    friend constexpr bool operator==(Keyword, Keyword) = default;

private:
    std::uint32_t m_number = 0;
};

enum class ArgType { NotSet, Int, UInt, Short, UShort, Bool, String, ArgArray, Arguments, Reference };

class Arguments;
class ArgValue;
using ArgArray = std::vector<ArgValue>;

/// One value. Reading converts where it makes sense: numbers to text and back; text that is no number is no Int.
/// Int and UInt are the same 32 bits (0xFFFFFFFF reads as -1), for masks are published as Int; a Bool reads as 0 or 1,
/// and as the texts "true" and "false", which read back.
class ArgValue {
public:
    ArgValue() = default;
    ArgValue(std::int32_t value) : m_value(value) {}
    ArgValue(std::uint32_t value) : m_value(value) {}
    ArgValue(std::int16_t value) : m_value(value) {}
    ArgValue(std::uint16_t value) : m_value(value) {}
    ArgValue(bool value) : m_value(value) {}
    template <class T> ArgValue(T* value) = delete; ///< else a pointer would become a Bool
    ArgValue(QString value) : m_value(std::move(value)) {}
    ArgValue(ArgArray value);
    ArgValue(const Arguments& value);
    ArgValue(Arguments&& value);
    static ArgValue reference(QString uniqueObjectId); ///< names a CIL object by its UniqueObjectID

    ArgType type() const;
    std::optional<std::int32_t> toInt() const;
    std::optional<std::uint32_t> toUInt() const;
    std::optional<bool> toBool() const;
    QString toString() const;           ///< everything reads as text
    const Arguments* arguments() const; ///< nullptr unless Arguments
    const ArgArray* array() const;      ///< nullptr unless ArgArray
    friend bool operator==(const ArgValue&, const ArgValue&);

private:
    struct Reference {
        QString id;
        friend bool operator==(const Reference&, const Reference&) = default;
    };
    std::variant<std::monostate, std::int32_t, std::uint32_t, std::int16_t, std::uint16_t, bool, QString,
                 std::shared_ptr<const ArgArray>, std::shared_ptr<const Arguments>, Reference>
        m_value;
};

/// Keys to values, the one currency of events, requests and settings (../ctios facts: "Arguments"). A value type.
/// Setting an existing key replaces; unknown keys pass untouched; order is not promised; absent is not zero.
class Arguments {
public:
    struct Pair {
        Keyword key;
        ArgValue value;
    };

    Arguments() = default;
    Arguments(std::initializer_list<Pair> pairs);

    Arguments& set(Keyword key, ArgValue value); ///< ignored for no keyword
    Arguments& set(QStringView key, ArgValue value) { return set(Keyword::of(key), std::move(value)); }
    void remove(Keyword key);
    void clear();
    void reserve(std::size_t count) { m_pairs.reserve(count); }
    /// Sets every pair of `other` here.
    Arguments& merge(const Arguments& other);

    bool contains(Keyword key) const { return find(key) != nullptr; } ///< IsValid
    const ArgValue* find(Keyword key) const;                          ///< nullptr: absent
    ArgValue value(Keyword key) const;                                ///< NotSet: absent
    std::optional<std::int32_t> toInt(Keyword key) const;
    std::optional<std::uint32_t> toUInt(Keyword key) const;
    std::optional<bool> toBool(Keyword key) const;
    QString toString(Keyword key) const; ///< empty when absent
    const Arguments* arguments(Keyword key) const;
    const Pair* at(std::size_t index) const; ///< for walking: 1-based; nullptr outside

    std::size_t size() const { return m_pairs.size(); }
    bool isEmpty() const { return m_pairs.empty(); }
    auto begin() const { return m_pairs.cbegin(); }
    auto end() const { return m_pairs.cend(); }
    friend bool operator==(const Arguments&, const Arguments&); ///< as sets of pairs

private:
    std::vector<Pair> m_pairs;
};

} // namespace callwright
