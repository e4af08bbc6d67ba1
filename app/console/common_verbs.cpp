#include "app/console/common_verbs.h"

#include "cil/events/json.h"
#include "cil/events/keywords.h"
#include "cil/service/configuration.h"

#include <QJsonArray>

#include <tl/expected.hpp>

namespace callwright::console {
namespace {

/// Words were cut at blanks; a quoted value is put together again.
tl::expected<callwright::Arguments, QString> argumentsIn(const QStringList& words) {
    callwright::Arguments arguments;
    callwright::Arguments ecc;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const qsizetype equals = words[i].indexOf(u'=');
        if (equals <= 0)
            return tl::unexpected(QStringLiteral("\"%1\" is not KEY=VALUE").arg(words[i]));
        const QString key = words[i].left(equals);
        QString value = words[i].mid(equals + 1);
        if (value.startsWith(u'"')) {
            while ((value.size() < 2 || !value.endsWith(u'"')) && i + 1 < words.size())
                value += u' ' + words[++i];
            if (value.size() < 2 || !value.endsWith(u'"'))
                return tl::unexpected(QStringLiteral("the quotation of %1 does not end").arg(key));
            value = value.mid(1, value.size() - 2);
        }
        (key.startsWith(u"user.", Qt::CaseInsensitive) ? ecc : arguments).set(key, value);
    }
    if (!ecc.isEmpty())
        arguments.set(keyword::ECC, std::move(ecc));
    return arguments;
}

template <auto method> Answer say(const VerbContext& context, const QStringList& words) {
    const auto arguments = argumentsIn(words.mid(1));
    if (!arguments)
        return {{}, arguments.error(), {}};
    return {(context.session.*method)(words.first(), *arguments), {}, {}};
}

} // namespace

Answer help(const VerbContext& context, const QStringList&) {
    QJsonArray usages;
    for (const auto& table : context.verbs) {
        for (const Verb& verb : table)
            usages.append(QString::fromLatin1(verb.usage));
    }
    QJsonArray notes;
    for (const char* note : context.notes)
        notes.append(QString::fromLatin1(note));
    return {{}, {}, {{QStringLiteral("commands"), usages}, {QStringLiteral("notes"), notes}}};
}

Answer quit(const VerbContext& context, const QStringList&) {
    context.quit();
    return {};
}

Answer sendRequest(const VerbContext& context, const QStringList& words) {
    return say<&Session::request>(context, words);
}

Answer sendAnswer(const VerbContext& context, const QStringList& words) {
    return say<&Session::respond>(context, words);
}

Answer dumpConfiguration(const VerbContext& context, const QStringList& words) {
    const service::Configuration& configuration = context.session.configuration();
    QJsonObject more;
    bool isKind = words.isEmpty();
    for (std::size_t i = 0; i < service::configKindCount; ++i) {
        const auto kind = static_cast<service::ConfigKind>(i);
        const QString name = service::configKindName(kind);
        if (words.isEmpty()) {
            more.insert(name, static_cast<qint64>(configuration.records(kind).size()));
        } else if (name.compare(words.first(), Qt::CaseInsensitive) == 0) {
            isKind = true;
            for (const auto& [id, record] : configuration.records(kind))
                more.insert(id, toJson(record));
        }
    }
    if (!isKind)
        return {{}, QStringLiteral("\"%1\" is no kind of configuration").arg(words.first()), {}};
    return {{}, {}, {{QStringLiteral("config"), more}}};
}

} // namespace callwright::console
