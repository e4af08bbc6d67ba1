#include <QDir>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace callwright {
namespace {

struct Message {
    QString source;
    QStringList translations;
    bool isPlural = false;
    bool isUnfinished = false;
};

Message readMessage(QXmlStreamReader& xml) {
    Message message;
    message.isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.isPlural)
                message.translations += xml.readElementText();
            while (message.isPlural && xml.readNextStartElement())
                message.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> readCatalogue(const QString& path) {
    QFile file(path);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml));
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return messages;
}

int placeMarkers(const QString& text) {
    return static_cast<int>(text.count(QLatin1String("%1")) + text.count(QLatin1String("%2")) +
                            text.count(QLatin1String("%3")) + text.count(QLatin1String("%n")));
}

TEST(Translations, germanIsCompleteAndKeepsEveryPlaceholder) {
    const auto messages = readCatalogue(QStringLiteral(CALLWRIGHT_TRANSLATIONS "/callwright_de.ts"));
    ASSERT_GT(messages.size(), 100u);
    for (const Message& message : messages) {
        EXPECT_FALSE(message.isUnfinished) << message.source.toStdString();
        EXPECT_EQ(message.translations.size(), message.isPlural ? 2 : 1) << message.source.toStdString();
        for (const QString& translation : message.translations) {
            EXPECT_FALSE(translation.isEmpty()) << message.source.toStdString();
            const bool mayDropNumber = message.isPlural && translation == message.translations.front(); // "your call"
            if (!mayDropNumber) {
                EXPECT_EQ(placeMarkers(translation), placeMarkers(message.source)) << message.source.toStdString();
            }
        }
    }
}

TEST(Translations, englishHasBothPluralForms) {
    const auto messages = readCatalogue(QStringLiteral(CALLWRIGHT_TRANSLATIONS "/callwright_en.ts"));
    ASSERT_FALSE(messages.empty());
    for (const Message& message : messages) {
        if (message.isPlural) {
            EXPECT_EQ(message.translations.size(), 2) << message.source.toStdString();
        }
    }
}

} // namespace
} // namespace callwright
