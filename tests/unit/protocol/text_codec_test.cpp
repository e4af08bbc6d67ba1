#include "cil/protocol/text_codec.h"

#include <gtest/gtest.h>

using namespace callwright::protocol;

TEST(TextCodec, everyByteOfWindows1252ComesBackOrIsMarked) {
    for (int i = 1; i < 256; ++i) {
        const std::string wire(1, static_cast<char>(i));
        const auto text = toUtf8(wire, CodePage::Windows1252);
        const bool isUndefined = i == 0x81 || i == 0x8D || i == 0x8F || i == 0x90 || i == 0x9D;
        EXPECT_EQ(text.isExact, !isUndefined) << i;
        if (isUndefined) {
            EXPECT_EQ(text.utf8, "\xEF\xBF\xBD");
        } else {
            EXPECT_EQ(fromUtf8(text.utf8, CodePage::Windows1252), wire) << i;
        }
    }
}

TEST(TextCodec, readsWesternTexts) {
    EXPECT_EQ(toUtf8("M\xFCller \x80 5", CodePage::Windows1252).utf8, "Müller € 5");
    EXPECT_EQ(fromUtf8("Žižek – “ok”", CodePage::Windows1252), "\x8Ei\x9E"
                                                               "ek \x96 \x93ok\x94");
}

TEST(TextCodec, refusesWhatTheCodePageDoesNotHave) {
    EXPECT_EQ(fromUtf8("漢字", CodePage::Windows1252), std::nullopt);
    EXPECT_EQ(fromUtf8("\xEF\xBF\xBD", CodePage::Windows1252), std::nullopt);
    EXPECT_EQ(fromUtf8(std::string_view("a\0b", 3), CodePage::Windows1252), std::nullopt);
    EXPECT_EQ(fromUtf8(std::string_view("a\0b", 3), CodePage::Utf8), std::nullopt);
    EXPECT_EQ(fromUtf8("\xC3", CodePage::Windows1252), std::nullopt);
    EXPECT_EQ(fromUtf8("\xFF", CodePage::Utf8), std::nullopt);
}

TEST(TextCodec, passesGoodUtf8AndShowsTheRest) {
    for (const char* good : {"", "plain", "Müller", "漢字", "\xF0\x9F\x93\x9E", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBF"}) {
        const auto text = toUtf8(good, CodePage::Utf8);
        EXPECT_EQ(text.utf8, good);
        EXPECT_TRUE(text.isExact);
        EXPECT_EQ(fromUtf8(text.utf8, CodePage::Utf8), good);
    }
    for (const char* bad : {"\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                            "\xF8\x88\x80\x80\x80", "\xE2\x82", "\xC3"}) {
        const auto text = toUtf8(bad, CodePage::Utf8);
        EXPECT_FALSE(text.isExact) << bad;
        EXPECT_TRUE(toUtf8(text.utf8, CodePage::Utf8).isExact); // what is shown is itself good UTF-8
    }
    EXPECT_EQ(toUtf8("a\xFFz", CodePage::Utf8).utf8, "a\xEF\xBF\xBDz");
}
