<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>callwright::CallText</name>
    <message numerus="yes">
        <source>%n call(s) are on their way.</source>
        <translation>
            <numerusform>%n call is on its way.</numerusform>
            <numerusform>%n calls are on their way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callwright::ConnectionTrouble</name>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation>
            <numerusform>Trying again in %n second.</numerusform>
            <numerusform>Trying again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n call(s) go on at the phone.</source>
        <translation>
            <numerusform>Your call goes on at the phone.</numerusform>
            <numerusform>Your %n calls go on at the phone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying %1 in %n second(s).</source>
        <translation>
            <numerusform>Trying %1 in %n second.</numerusform>
            <numerusform>Trying %1 in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
