<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</context>
</TS>
