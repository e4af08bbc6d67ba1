<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CilError</name>
    <message>
        <source>The request was sent.</source>
        <translation>Die Anfrage wurde gesendet.</translation>
    </message>
    <message>
        <source>The request was refused.</source>
        <translation>Die Anfrage wurde abgelehnt.</translation>
    </message>
    <message>
        <source>This function is not available.</source>
        <translation>Diese Funktion ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>There is no such property.</source>
        <translation>Diese Eigenschaft gibt es nicht.</translation>
    </message>
    <message>
        <source>The session is in another mode. Disconnect and connect again.</source>
        <translation>Die Sitzung läuft in einem anderen Modus. Trennen Sie die Verbindung und verbinden Sie sich neu.</translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation>Dieses Ereignis gibt es nicht.</translation>
    </message>
    <message>
        <source>A value is not valid. Check what was entered.</source>
        <translation>Ein Wert ist ungültig. Prüfen Sie die Eingabe.</translation>
    </message>
    <message>
        <source>There is no usable session. Connect first.</source>
        <translation>Es gibt keine brauchbare Sitzung. Stellen Sie zuerst eine Verbindung her.</translation>
    </message>
    <message>
        <source>Something unforeseen happened. Try again.</source>
        <translation>Etwas Unvorhergesehenes ist passiert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The computer is out of memory. Close other programs.</source>
        <translation>Der Arbeitsspeicher ist erschöpft. Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The object meant is not there any more.</source>
        <translation>Das gemeinte Objekt ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The attributes of a property cannot be read.</source>
        <translation>Die Attribute einer Eigenschaft sind nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no such kind of object.</source>
        <translation>Diese Art von Objekt gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no agent to do this. Sign in first.</source>
        <translation>Dafür ist kein Agent da. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>There is no such call any more.</source>
        <translation>Diesen Anruf gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The connection is being restored. Try again when it is back.</source>
        <translation>Die Verbindung wird wiederhergestellt. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>The desktop is neither for agents nor for supervisors.</source>
        <translation>Dieser Arbeitsplatz ist weder für Agenten noch für Supervisoren.</translation>
    </message>
    <message>
        <source>Something needed is missing. Check what was entered.</source>
        <translation>Eine nötige Angabe fehlt. Prüfen Sie die Eingabe.</translation>
    </message>
    <message>
        <source>The call is not on hold.</source>
        <translation>Der Anruf wird nicht gehalten.</translation>
    </message>
    <message>
        <source>The call is on hold already.</source>
        <translation>Der Anruf wird schon gehalten.</translation>
    </message>
    <message>
        <source>The call does not ring, so it cannot be answered.</source>
        <translation>Der Anruf klingelt nicht und kann daher nicht angenommen werden.</translation>
    </message>
    <message>
        <source>The agent is not signed in. Sign in first.</source>
        <translation>Der Agent ist nicht angemeldet. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>The cause is not known. Try again.</source>
        <translation>Die Ursache ist unbekannt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A network port is in use by another program.</source>
        <translation>Ein anderes Programm belegt einen Netzwerk-Port.</translation>
    </message>
    <message>
        <source>The monitoring session broke off. Start it again.</source>
        <translation>Das Mithören ist abgebrochen. Starten Sie es neu.</translation>
    </message>
    <message>
        <source>A monitoring session is running already.</source>
        <translation>Es wird schon mitgehört.</translation>
    </message>
    <message>
        <source>Packet capture is not installed on this computer.</source>
        <translation>Die Paketaufzeichnung ist auf diesem Computer nicht installiert.</translation>
    </message>
    <message>
        <source>Packet capture failed.</source>
        <translation>Die Paketaufzeichnung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The network connection failed.</source>
        <translation>Die Netzwerkverbindung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The audio component is not installed.</source>
        <translation>Die Audio-Komponente ist nicht installiert.</translation>
    </message>
    <message>
        <source>The phone uses an audio format that is not supported.</source>
        <translation>Das Telefon verwendet ein nicht unterstütztes Audioformat.</translation>
    </message>
    <message>
        <source>The audio could not be played.</source>
        <translation>Der Ton konnte nicht wiedergegeben werden.</translation>
    </message>
    <message>
        <source>No audio of the phone was seen on the network.</source>
        <translation>Im Netzwerk war kein Ton des Telefons zu finden.</translation>
    </message>
    <message>
        <source>The network device could not be opened for capture.</source>
        <translation>Das Netzwerkgerät ließ sich nicht zur Aufzeichnung öffnen.</translation>
    </message>
    <message>
        <source>The capture filter could not be set.</source>
        <translation>Der Aufzeichnungsfilter ließ sich nicht setzen.</translation>
    </message>
    <message>
        <source>The capture filter is wrong.</source>
        <translation>Der Aufzeichnungsfilter ist falsch.</translation>
    </message>
    <message>
        <source>The phone&apos;s network address is not valid.</source>
        <translation>Die Netzwerkadresse des Telefons ist ungültig.</translation>
    </message>
    <message>
        <source>Packet capture is not set up.</source>
        <translation>Die Paketaufzeichnung ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The audio decoder is not set up.</source>
        <translation>Der Audio-Decoder ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>No monitoring session is running.</source>
        <translation>Es wird gerade nicht mitgehört.</translation>
    </message>
    <message>
        <source>There is no such monitoring session.</source>
        <translation>Dieses Mithören gibt es nicht.</translation>
    </message>
    <message>
        <source>The monitoring session could not be ended.</source>
        <translation>Das Mithören ließ sich nicht beenden.</translation>
    </message>
    <message>
        <source>Nothing is known of the phone.</source>
        <translation>Über das Telefon ist nichts bekannt.</translation>
    </message>
    <message>
        <source>The other side does not allow silent monitoring.</source>
        <translation>Die andere Seite erlaubt kein Mithören.</translation>
    </message>
    <message>
        <source>This desktop does not allow silent monitoring.</source>
        <translation>Dieser Arbeitsplatz erlaubt kein Mithören.</translation>
    </message>
    <message>
        <source>No request is waiting for an answer.</source>
        <translation>Keine Anfrage wartet auf Antwort.</translation>
    </message>
    <message>
        <source>A session is running already.</source>
        <translation>Es läuft schon eine Sitzung.</translation>
    </message>
    <message>
        <source>The session&apos;s mode is set already.</source>
        <translation>Der Modus der Sitzung steht schon fest.</translation>
    </message>
    <message>
        <source>The session is not ready yet. Wait until it is set up.</source>
        <translation>Die Sitzung ist noch nicht bereit. Warten Sie, bis sie aufgebaut ist.</translation>
    </message>
    <message>
        <source>This cannot be done in the present state.</source>
        <translation>Das geht im jetzigen Zustand nicht.</translation>
    </message>
    <message>
        <source>This site uses the other kind of silent monitoring.</source>
        <translation>Dieser Standort verwendet die andere Art des Mithörens.</translation>
    </message>
    <message>
        <source>The installation is damaged. Install the program again.</source>
        <translation>Die Installation ist beschädigt. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The keypad could not be loaded.</source>
        <translation>Das Tastenfeld konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>An object could not be converted.</source>
        <translation>Ein Objekt ließ sich nicht umwandeln.</translation>
    </message>
    <message>
        <source>The component was not initialized.</source>
        <translation>Die Komponente wurde nicht initialisiert.</translation>
    </message>
    <message>
        <source>The connection is being closed. Wait until it is.</source>
        <translation>Die Verbindung wird gerade getrennt. Warten Sie, bis das geschehen ist.</translation>
    </message>
    <message>
        <source>There is no connection to the server. Connect first.</source>
        <translation>Es besteht keine Verbindung zum Server. Verbinden Sie sich zuerst.</translation>
    </message>
    <message>
        <source>A connection exists already. Disconnect first.</source>
        <translation>Es besteht schon eine Verbindung. Trennen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The session has an agent already.</source>
        <translation>Die Sitzung hat schon einen Agenten.</translation>
    </message>
    <message>
        <source>Another agent needs a new connection. Disconnect first.</source>
        <translation>Ein anderer Agent braucht eine neue Verbindung. Trennen Sie diese zuerst.</translation>
    </message>
    <message>
        <source>The request could not be sent. Try again.</source>
        <translation>Die Anfrage konnte nicht gesendet werden. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The call is the current one already.</source>
        <translation>Das ist schon der aktuelle Anruf.</translation>
    </message>
    <message>
        <source>The agent is not the one this session was opened for.</source>
        <translation>Für diesen Agenten wurde die Sitzung nicht geöffnet.</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>These are no tones to send: &quot;%1&quot;.</source>
        <translation>Das sind keine Töne, die gesendet werden können: „%1“.</translation>
    </message>
    <message>
        <source>This is no number to dial: &quot;%1&quot;.</source>
        <translation>Diese Nummer lässt sich nicht wählen: „%1“.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Somebody has joined this call as supervisor already.</source>
        <translation>Ein Supervisor ist diesem Anruf schon beigetreten.</translation>
    </message>
    <message>
        <source>Wait until they leave, or choose another call.</source>
        <translation>Warten Sie, bis er geht, oder wählen Sie einen anderen Anruf.</translation>
    </message>
    <message>
        <source>This agent is signed in already.</source>
        <translation>Dieser Agent ist schon angemeldet.</translation>
    </message>
    <message>
        <source>Sign out at the other place, or ask your supervisor to do it.</source>
        <translation>Melden Sie sich am anderen Platz ab oder bitten Sie Ihren Supervisor darum.</translation>
    </message>
    <message>
        <source>This agent is signed out already.</source>
        <translation>Dieser Agent ist schon abgemeldet.</translation>
    </message>
    <message>
        <source>The number, the line or the phone system is busy.</source>
        <translation>Die Nummer, die Leitung oder die Telefonanlage ist besetzt.</translation>
    </message>
    <message>
        <source>Try again shortly.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>A call is about to arrive, so you cannot dial now.</source>
        <translation>Gleich kommt ein Anruf, daher können Sie jetzt nicht wählen.</translation>
    </message>
    <message>
        <source>Take that call first.</source>
        <translation>Nehmen Sie zuerst diesen Anruf an.</translation>
    </message>
    <message>
        <source>The call is not there any more.</source>
        <translation>Der Anruf ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Look at your calls and choose again.</source>
        <translation>Sehen Sie Ihre Anrufe an und wählen Sie neu.</translation>
    </message>
    <message>
        <source>The conference could not be made.</source>
        <translation>Die Konferenz kam nicht zustande.</translation>
    </message>
    <message>
        <source>Go back to one of the calls and try again.</source>
        <translation>Gehen Sie zu einem der Anrufe zurück und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The conference has as many members as the phone system allows.</source>
        <translation>Die Konferenz hat so viele Teilnehmer, wie die Telefonanlage erlaubt.</translation>
    </message>
    <message>
        <source>Another desktop is using this phone.</source>
        <translation>Ein anderer Arbeitsplatz verwendet dieses Telefon.</translation>
    </message>
    <message>
        <source>Close the other one, or sign in at another phone.</source>
        <translation>Schließen Sie den anderen oder melden Sie sich an einem anderen Telefon an.</translation>
    </message>
    <message>
        <source>Your dial plan does not allow calls to this number.</source>
        <translation>Ihr Wählplan erlaubt keine Anrufe zu dieser Nummer.</translation>
    </message>
    <message>
        <source>Ask your administrator if you need it.</source>
        <translation>Fragen Sie Ihren Administrator, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>The same agent has connected somewhere else, so this session ended.</source>
        <translation>Derselbe Agent hat sich anderswo verbunden, daher endete diese Sitzung.</translation>
    </message>
    <message>
        <source>Connect again only if you want to work here.</source>
        <translation>Verbinden Sie sich nur neu, wenn Sie hier arbeiten wollen.</translation>
    </message>
    <message>
        <source>Another agent is signed in with this extension.</source>
        <translation>Ein anderer Agent ist mit dieser Nebenstelle angemeldet.</translation>
    </message>
    <message>
        <source>Choose another phone, or have the other agent sign out.</source>
        <translation>Wählen Sie ein anderes Telefon oder lassen Sie den anderen Agenten sich abmelden.</translation>
    </message>
    <message>
        <source>This is possible only while you are not ready.</source>
        <translation>Das geht nur, solange Sie nicht bereit sind.</translation>
    </message>
    <message>
        <source>Go not ready, then try again.</source>
        <translation>Gehen Sie auf „Nicht bereit“ und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The agent greeting could not be changed.</source>
        <translation>Die Ansage ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>Try again between calls.</source>
        <translation>Versuchen Sie es zwischen zwei Anrufen noch einmal.</translation>
    </message>
    <message>
        <source>The call could not be put on hold.</source>
        <translation>Der Anruf ließ sich nicht halten.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Agent, extension and phone do not belong together.</source>
        <translation>Agent, Nebenstelle und Telefon gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Check the agent ID and the phone you signed in with.</source>
        <translation>Prüfen Sie Agenten-ID und Telefon Ihrer Anmeldung.</translation>
    </message>
    <message>
        <source>The first call is not on hold.</source>
        <translation>Der erste Anruf wird nicht gehalten.</translation>
    </message>
    <message>
        <source>Hold it, then try again.</source>
        <translation>Halten Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The call is not connected.</source>
        <translation>Der Anruf ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Wait until it is, then try again.</source>
        <translation>Warten Sie, bis er es ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another call occupies the line.</source>
        <translation>Ein anderer Anruf belegt die Leitung.</translation>
    </message>
    <message>
        <source>Hold or release it first.</source>
        <translation>Halten oder beenden Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>The connection was lost before the answer came.</source>
        <translation>Die Verbindung ging verloren, bevor die Antwort kam.</translation>
    </message>
    <message>
        <source>When you are connected again, look whether it happened before you try again.</source>
        <translation>Prüfen Sie nach dem Wiederverbinden, ob es geschehen ist, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This agent&apos;s account is locked.</source>
        <translation>Das Konto dieses Agenten ist gesperrt.</translation>
    </message>
    <message>
        <source>Ask your administrator to unlock it.</source>
        <translation>Bitten Sie Ihren Administrator, es zu entsperren.</translation>
    </message>
    <message>
        <source>The server is being maintained.</source>
        <translation>Der Server wird gewartet.</translation>
    </message>
    <message>
        <source>Wait; the connection comes back when it is done.</source>
        <translation>Warten Sie; die Verbindung kommt danach zurück.</translation>
    </message>
    <message>
        <source>The server stopped watching this device.</source>
        <translation>Der Server beobachtet dieses Gerät nicht mehr.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Verbinden Sie sich neu.</translation>
    </message>
    <message>
        <source>There is no call this could be done with.</source>
        <translation>Es gibt keinen Anruf, mit dem das ginge.</translation>
    </message>
    <message>
        <source>There is no call on hold.</source>
        <translation>Es wird kein Anruf gehalten.</translation>
    </message>
    <message>
        <source>The call&apos;s sound cannot be controlled from here.</source>
        <translation>Der Ton des Anrufs lässt sich von hier nicht steuern.</translation>
    </message>
    <message>
        <source>Use the phone itself.</source>
        <translation>Verwenden Sie das Telefon selbst.</translation>
    </message>
    <message>
        <source>No supervisor can be reached.</source>
        <translation>Kein Supervisor ist erreichbar.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The team is not known, or you are in none.</source>
        <translation>Das Team ist unbekannt oder Sie gehören zu keinem.</translation>
    </message>
    <message>
        <source>Ask your administrator about your team.</source>
        <translation>Fragen Sie Ihren Administrator nach Ihrem Team.</translation>
    </message>
    <message>
        <source>The phone system did not accept the request.</source>
        <translation>Die Telefonanlage hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Try again; if it keeps happening, tell your administrator the code.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es dabei, nennen Sie Ihrem Administrator den Code.</translation>
    </message>
    <message>
        <source>You are not permitted to do this.</source>
        <translation>Dazu sind Sie nicht berechtigt.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>There is no session with the server.</source>
        <translation>Es gibt keine Sitzung mit dem Server.</translation>
    </message>
    <message>
        <source>Connect first.</source>
        <translation>Verbinden Sie sich zuerst.</translation>
    </message>
    <message>
        <source>The agent is not signed in.</source>
        <translation>Der Agent ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>Your phone system cannot do this.</source>
        <translation>Ihre Telefonanlage kann das nicht.</translation>
    </message>
    <message>
        <source>No call is ringing.</source>
        <translation>Kein Anruf klingelt.</translation>
    </message>
    <message>
        <source>The server or the phone system is not available.</source>
        <translation>Der Server oder die Telefonanlage ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>Wait; the connection comes back by itself.</source>
        <translation>Warten Sie; die Verbindung kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>The phone or the line is out of service.</source>
        <translation>Das Telefon oder die Leitung ist außer Betrieb.</translation>
    </message>
    <message>
        <source>Check the phone; if it is fine, tell your administrator.</source>
        <translation>Prüfen Sie das Telefon; ist es in Ordnung, sagen Sie es Ihrem Administrator.</translation>
    </message>
    <message>
        <source>The person is not signed in.</source>
        <translation>Die Person ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>Something failed inside the phone system.</source>
        <translation>In der Telefonanlage ist etwas fehlgeschlagen.</translation>
    </message>
    <message>
        <source>This call data may not be changed.</source>
        <translation>Diese Anrufdaten dürfen nicht geändert werden.</translation>
    </message>
    <message>
        <source>This program and the server did not understand each other.</source>
        <translation>Dieses Programm und der Server haben sich nicht verstanden.</translation>
    </message>
    <message>
        <source>Tell your administrator the code.</source>
        <translation>Nennen Sie Ihrem Administrator den Code.</translation>
    </message>
    <message>
        <source>A reason is required.</source>
        <translation>Ein Grund ist erforderlich.</translation>
    </message>
    <message>
        <source>Choose a reason and try again.</source>
        <translation>Wählen Sie einen Grund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This phone or line may not be used by an agent.</source>
        <translation>Dieses Telefon oder diese Leitung darf kein Agent verwenden.</translation>
    </message>
    <message>
        <source>Choose another phone, or ask your administrator.</source>
        <translation>Wählen Sie ein anderes Telefon oder fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The call could not be taken off hold.</source>
        <translation>Der Anruf ließ sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>Look whether it happened before you try again.</source>
        <translation>Prüfen Sie, ob es geschehen ist, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The call data is too long or holds characters that cannot be sent.</source>
        <translation>Die Anrufdaten sind zu lang oder enthalten Zeichen, die sich nicht senden lassen.</translation>
    </message>
    <message>
        <source>Shorten it and try again.</source>
        <translation>Kürzen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The transfer did not work.</source>
        <translation>Die Weitergabe hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Go back to the caller, or try again.</source>
        <translation>Gehen Sie zum Anrufer zurück oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server does not know one of the call&apos;s variables.</source>
        <translation>Der Server kennt eine der Anrufvariablen nicht.</translation>
    </message>
    <message>
        <source>The server does not speak this version of the protocol.</source>
        <translation>Der Server spricht diese Version des Protokolls nicht.</translation>
    </message>
    <message>
        <source>Wrap-up data is required before you leave wrap-up.</source>
        <translation>Vor dem Ende der Nacharbeit sind Nacharbeitsdaten nötig.</translation>
    </message>
    <message>
        <source>Enter it and try again.</source>
        <translation>Geben Sie sie ein und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The agent ID is not known.</source>
        <translation>Die Agenten-ID ist unbekannt.</translation>
    </message>
    <message>
        <source>Check it and try again.</source>
        <translation>Prüfen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Agent ID or password is wrong.</source>
        <translation>Agenten-ID oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Prüfen Sie beides und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The number cannot be reached.</source>
        <translation>Die Nummer ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>The peripheral ID is not known to the server.</source>
        <translation>Der Server kennt diese Peripheral-ID nicht.</translation>
    </message>
    <message>
        <source>Check the connection profile.</source>
        <translation>Prüfen Sie das Verbindungsprofil.</translation>
    </message>
    <message>
        <source>The phone is not known, or cannot be used for this.</source>
        <translation>Das Telefon ist unbekannt oder dafür nicht verwendbar.</translation>
    </message>
    <message>
        <source>Check the number of your phone.</source>
        <translation>Prüfen Sie die Nummer Ihres Telefons.</translation>
    </message>
    <message>
        <source>The reason is not valid.</source>
        <translation>Der Grund ist ungültig.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The skill group is not valid for this agent.</source>
        <translation>Diese Gruppe gilt für diesen Agenten nicht.</translation>
    </message>
    <message>
        <source>This is not possible in the present state.</source>
        <translation>Das geht im jetzigen Zustand nicht.</translation>
    </message>
    <message>
        <source>Wait for the state to change, then try again.</source>
        <translation>Warten Sie auf den nächsten Zustand und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The work mode is not valid for this agent.</source>
        <translation>Dieser Arbeitsmodus gilt für diesen Agenten nicht.</translation>
    </message>
    <message>
        <source>Choose another one, or ask your administrator.</source>
        <translation>Wählen Sie einen anderen oder fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>Changed by a supervisor</source>
        <translation>Von einem Supervisor geändert</translation>
    </message>
    <message>
        <source>Call not answered</source>
        <translation>Anruf nicht angenommen</translation>
    </message>
    <message>
        <source>Desktop disconnected</source>
        <translation>Arbeitsplatz getrennt</translation>
    </message>
    <message>
        <source>Connection to the desktop lost</source>
        <translation>Verbindung zum Arbeitsplatz verloren</translation>
    </message>
    <message>
        <source>Phone out of service</source>
        <translation>Telefon außer Betrieb</translation>
    </message>
    <message>
        <source>Signed out after inactivity</source>
        <translation>Nach Untätigkeit abgemeldet</translation>
    </message>
    <message>
        <source>On a call outside the contact centre</source>
        <translation>In einem Gespräch außerhalb des Contact-Centers</translation>
    </message>
    <message>
        <source>Placing a call while ready</source>
        <translation>Wählt, während er bereit ist</translation>
    </message>
    <message>
        <source>Routed calls did not arrive</source>
        <translation>Vermittelte Anrufe kamen nicht an</translation>
    </message>
    <message>
        <source>Skill groups changed</source>
        <translation>Gruppen geändert</translation>
    </message>
    <message>
        <source>Phone taken by another sign-in</source>
        <translation>Telefon von anderer Anmeldung übernommen</translation>
    </message>
    <message>
        <source>Mobile agent&apos;s call failed</source>
        <translation>Anruf zum mobilen Agenten gescheitert</translation>
    </message>
    <message>
        <source>Mobile agent&apos;s phone was busy</source>
        <translation>Telefon des mobilen Agenten war besetzt</translation>
    </message>
    <message>
        <source>Mobile agent&apos;s line disconnected</source>
        <translation>Leitung des mobilen Agenten getrennt</translation>
    </message>
    <message>
        <source>Phone had a call at sign-in</source>
        <translation>Telefon hatte bei der Anmeldung einen Anruf</translation>
    </message>
    <message>
        <source>Extension changed by the administrator</source>
        <translation>Nebenstelle vom Administrator geändert</translation>
    </message>
    <message>
        <source>Reset by the peripheral gateway</source>
        <translation>Vom Peripheral Gateway zurückgesetzt</translation>
    </message>
    <message>
        <source>Agent reset by the system</source>
        <translation>Agent vom System zurückgesetzt</translation>
    </message>
    <message>
        <source>The call could not be completed.</source>
        <translation>Der Anruf kam nicht zustande.</translation>
    </message>
    <message>
        <source>Release it and try again.</source>
        <translation>Beenden Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The call could not be begun.</source>
        <translation>Der Anruf konnte nicht begonnen werden.</translation>
    </message>
    <message>
        <source>These two calls cannot be joined: neither was begun as a consultation about the other.</source>
        <translation>Diese beiden Anrufe lassen sich nicht verbinden: Keiner wurde als Rückfrage zum anderen begonnen.</translation>
    </message>
    <message>
        <source>Begin a consultation from the call you want to pass on or widen.</source>
        <translation>Beginnen Sie eine Rückfrage aus dem Anruf, den Sie weitergeben oder erweitern möchten.</translation>
    </message>
    <message>
        <source>Somebody has to leave before another can join.</source>
        <translation>Erst muss jemand gehen, bevor jemand anderes dazukommen kann.</translation>
    </message>
    <message>
        <source>The consultation could not be begun.</source>
        <translation>Die Rückfrage konnte nicht begonnen werden.</translation>
    </message>
    <message>
        <source>The caller is still there; go back to the call and try again.</source>
        <translation>Der Anrufer ist noch da; gehen Sie zum Anruf zurück und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The call could not be passed on.</source>
        <translation>Der Anruf konnte nicht weitergegeben werden.</translation>
    </message>
    <message>
        <source>Answer it, or try another number.</source>
        <translation>Nehmen Sie ihn an oder versuchen Sie eine andere Nummer.</translation>
    </message>
    <message>
        <source>The person called does not want to be disturbed.</source>
        <translation>Die angerufene Person möchte nicht gestört werden.</translation>
    </message>
    <message>
        <source>Release the call and try again later.</source>
        <translation>Beenden Sie den Anruf und versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The call for help could not be made.</source>
        <translation>Der Hilferuf kam nicht zustande.</translation>
    </message>
    <message>
        <source>Try again, or call your supervisor as you call anybody.</source>
        <translation>Versuchen Sie es noch einmal oder rufen Sie Ihren Supervisor an wie jeden anderen.</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>Niemand hat abgenommen.</translation>
    </message>
    <message>
        <source>Nothing here provides this, such as a recording server.</source>
        <translation>Hier gibt es niemanden, der das leistet, etwa einen Aufzeichnungsserver.</translation>
    </message>
    <message>
        <source>The tones could not be sent.</source>
        <translation>Die Töne konnten nicht gesendet werden.</translation>
    </message>
    <message>
        <source>Try again, or use the keys of the phone.</source>
        <translation>Versuchen Sie es noch einmal oder benutzen Sie die Tasten des Telefons.</translation>
    </message>
    <message>
        <source>The account code is not valid.</source>
        <translation>Der Kontierungscode ist ungültig.</translation>
    </message>
    <message>
        <source>Check it and call again.</source>
        <translation>Prüfen Sie ihn und rufen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>The consultation was begun for something else.</source>
        <translation>Die Rückfrage wurde für etwas anderes begonnen.</translation>
    </message>
    <message>
        <source>Complete it as it was begun, or go back to the caller.</source>
        <translation>Schließen Sie sie so ab, wie sie begonnen wurde, oder gehen Sie zum Anrufer zurück.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid at this time.</source>
        <translation>Das Zertifikat des Servers ist zurzeit nicht gültig.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date; if it is right, ask your administrator to renew the certificate.</source>
        <translation>Prüfen Sie das Datum dieses Computers; stimmt es, bitten Sie Ihren Administrator, das Zertifikat zu erneuern.</translation>
    </message>
    <message>
        <source>The server does not take this computer&apos;s certificate, or wants one.</source>
        <translation>Der Server nimmt das Zertifikat dieses Computers nicht an oder verlangt eines.</translation>
    </message>
    <message>
        <source>Ask your administrator for a certificate and its key, and choose both for this connection.</source>
        <translation>Lassen Sie sich vom Administrator ein Zertifikat und seinen Schlüssel geben und wählen Sie beide für diese Verbindung.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is another one than this connection trusts.</source>
        <translation>Das Zertifikat des Servers ist ein anderes als das, dem diese Verbindung vertraut.</translation>
    </message>
    <message>
        <source>Ask your administrator whether it has been renewed: somebody else may be answering in the server&apos;s place.</source>
        <translation>Fragen Sie Ihren Administrator, ob es erneuert wurde: An der Stelle des Servers könnte jemand anderes antworten.</translation>
    </message>
    <message>
        <source>The server did not agree to a secured connection.</source>
        <translation>Der Server ist auf keine gesicherte Verbindung eingegangen.</translation>
    </message>
    <message>
        <source>Check that the port is the secured one, and ask your administrator whether the server has TLS 1.2 or newer.</source>
        <translation>Prüfen Sie, ob der Port der gesicherte ist, und fragen Sie Ihren Administrator, ob der Server TLS 1.2 oder neuer hat.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not signed by an authority that this connection trusts.</source>
        <translation>Das Zertifikat des Servers ist von keiner Stelle unterschrieben, der diese Verbindung vertraut.</translation>
    </message>
    <message>
        <source>Ask your administrator for the authority&apos;s file (CA), or for the server&apos;s certificate to pin it.</source>
        <translation>Lassen Sie sich vom Administrator die Datei der Zertifizierungsstelle (CA) geben oder das Zertifikat des Servers, um nur ihm zu vertrauen.</translation>
    </message>
    <message>
        <source>A file of this connection&apos;s certificates cannot be used.</source>
        <translation>Eine Datei der Zertifikate dieser Verbindung ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Choose the right one, or ask your administrator for it.</source>
        <translation>Wählen Sie die richtige oder lassen Sie sie sich vom Administrator geben.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate could not be verified.</source>
        <translation>Das Zertifikat des Servers konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Ask your administrator to look at it.</source>
        <translation>Bitten Sie Ihren Administrator, es sich anzusehen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name than the one you connect to.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen als den, mit dem Sie sich verbinden.</translation>
    </message>
    <message>
        <source>Enter the name that it is for, or ask your administrator.</source>
        <translation>Geben Sie den Namen ein, für den es gilt, oder fragen Sie Ihren Administrator.</translation>
    </message>
</context>
<context>
    <name>MessageFilter</name>
    <message>
        <source>The filter is empty. It needs at least key=value.</source>
        <translation>Der Filter ist leer. Er braucht mindestens Schlüssel=Wert.</translation>
    </message>
    <message>
        <source>A key is missing before the equal sign at position %2.</source>
        <translation>Vor dem Gleichheitszeichen an Stelle %2 fehlt ein Schlüssel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; at position %2 has no values. Write key=value.</source>
        <translation>„%1“ an Stelle %2 hat keine Werte. Schreiben Sie Schlüssel=Wert.</translation>
    </message>
    <message>
        <source>A value is missing at position %2.</source>
        <translation>An Stelle %2 fehlt ein Wert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; at position %2 is no keyword of an event.</source>
        <translation>„%1“ an Stelle %2 ist kein Schlüsselwort eines Ereignisses.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; at position %2 is no event.</source>
        <translation>„%1“ an Stelle %2 ist kein Ereignis.</translation>
    </message>
    <message>
        <source>The event &quot;%1&quot; at position %2 cannot be asked for by a filter.</source>
        <translation>Das Ereignis „%1“ an Stelle %2 kann ein Filter nicht verlangen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; at position %2 is no target. There is SkillGroupStats.</source>
        <translation>„%1“ an Stelle %2 ist kein Ziel. Es gibt SkillGroupStats.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; at position %2 is neither 1 nor 0.</source>
        <translation>„%1“ an Stelle %2 ist weder 1 noch 0.</translation>
    </message>
    <message>
        <source>The filter is too long.</source>
        <translation>Der Filter ist zu lang.</translation>
    </message>
</context>
<context>
    <name>RequestProblem</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is not a number that can be sent.</source>
        <translation>%1 ist keine Zahl, die gesendet werden kann.</translation>
    </message>
    <message>
        <source>%1 holds a character that cannot be sent.</source>
        <translation>%1 enthält ein Zeichen, das nicht gesendet werden kann.</translation>
    </message>
    <message>
        <source>%1 is too long: %2 bytes of %3 at most.</source>
        <translation>%1 ist zu lang: %2 Bytes, höchstens %3.</translation>
    </message>
    <message>
        <source>The name %1 is too long: %2 bytes of %3 at most.</source>
        <translation>Der Name %1 ist zu lang: %2 Bytes, höchstens %3.</translation>
    </message>
    <message>
        <source>%1 is too large in all: %2 bytes of %3 at most.</source>
        <translation>%1 ist insgesamt zu groß: %2 Bytes, höchstens %3.</translation>
    </message>
    <message>
        <source>There is no such request.</source>
        <translation>Eine solche Anforderung gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is no field of this message.</source>
        <translation>%1 ist kein Feld dieser Nachricht.</translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>Certificate of: %1</source>
        <translation>Zertifikat von: %1</translation>
    </message>
    <message>
        <source>For the names: %1</source>
        <translation>Für die Namen: %1</translation>
    </message>
    <message>
        <source>Signed by: %1</source>
        <translation>Unterschrieben von: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>%1 (This port may want a secured connection, TLS.)</source>
        <translation>%1 (Dieser Port verlangt vielleicht eine gesicherte Verbindung, TLS.)</translation>
    </message>
    <message>
        <source>%1 is neither a file nor the SHA-256 of a certificate.</source>
        <translation>%1 ist weder eine Datei noch der SHA-256 eines Zertifikats.</translation>
    </message>
    <message>
        <source>There is no certificate in the file %1.</source>
        <translation>In der Datei %1 steht kein Zertifikat.</translation>
    </message>
    <message>
        <source>There is no private key in the file %1.</source>
        <translation>In der Datei %1 steht kein privater Schlüssel.</translation>
    </message>
    <message>
        <source>The private key in the file %1 is of no kind that this program knows.</source>
        <translation>Der private Schlüssel in der Datei %1 ist von keiner Art, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>The private key in the file %1 needs its pass phrase.</source>
        <translation>Der private Schlüssel in der Datei %1 braucht seine Passphrase.</translation>
    </message>
    <message>
        <source>The pass phrase of the private key in the file %1 is wrong.</source>
        <translation>Die Passphrase des privaten Schlüssels in der Datei %1 ist falsch.</translation>
    </message>
    <message>
        <source>The file of the certificate to trust is not given.</source>
        <translation>Die Datei mit dem Zertifikat, dem vertraut werden soll, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The file %1 is too large.</source>
        <translation>Die Datei %1 ist zu groß.</translation>
    </message>
    <message>
        <source>The certificate in the file %1 has expired on %2.</source>
        <translation>Das Zertifikat in der Datei %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate in the file %1 and its private key cannot be used: %2</source>
        <translation>Das Zertifikat in der Datei %1 und sein privater Schlüssel können nicht verwendet werden: %2</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Client Control</source>
        <translation>Client Control</translation>
    </message>
    <message>
        <source>Your state is shown; change it at the phone.</source>
        <translation>Ihr Status wird angezeigt; ändern Sie ihn am Telefon.</translation>
    </message>
    <message>
        <source>Calls are shown; handle them at the phone.</source>
        <translation>Anrufe werden angezeigt; bedienen Sie sie am Telefon.</translation>
    </message>
    <message>
        <source>Call Data Update</source>
        <translation>Call Data Update</translation>
    </message>
    <message>
        <source>Call data can be read, not changed.</source>
        <translation>Anrufdaten sind zu lesen, nicht zu ändern.</translation>
    </message>
    <message>
        <source>Client Events</source>
        <translation>Client Events</translation>
    </message>
    <message>
        <source>Nothing of the agent is told here.</source>
        <translation>Vom Agenten wird hier nichts mitgeteilt.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>You can work as an agent.</source>
        <translation>Sie können als Agent arbeiten.</translation>
    </message>
    <message>
        <source>Peripheral Monitor</source>
        <translation>Peripheral Monitor</translation>
    </message>
    <message>
        <source>Team members&apos; states are shown, not their calls.</source>
        <translation>Der Status der Teammitglieder wird angezeigt, nicht ihre Anrufe.</translation>
    </message>
    <message>
        <source>Client Monitor</source>
        <translation>Client Monitor</translation>
    </message>
    <message>
        <source>Other sessions are not shown.</source>
        <translation>Andere Sitzungen werden nicht angezeigt.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>No service can be offered to others.</source>
        <translation>Anderen kann kein Dienst angeboten werden.</translation>
    </message>
    <message>
        <source>The server does not grant the service %1.</source>
        <translation>Der Server gewährt den Dienst %1 nicht.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The server sent a message that cannot be read: %1</source>
        <translation>Der Server hat eine unlesbare Nachricht gesendet: %1</translation>
    </message>
    <message>
        <source>The server does not show the calls of others to this session (the service Peripheral Monitor was not granted). States of the team and supervising of an agent&apos;s active call work without it.</source>
        <translation>Der Server zeigt dieser Sitzung die Gespräche anderer nicht (der Dienst Peripheral Monitor wurde nicht gewährt). Zustände des Teams und Eingriffe in das aktive Gespräch eines Agenten gehen auch ohne ihn.</translation>
    </message>
    <message>
        <source>The settings of this site do not let you chat with them.</source>
        <translation>Die Einstellungen dieses Standorts erlauben den Chat mit diesen Personen nicht.</translation>
    </message>
    <message>
        <source>The phone system is on line.</source>
        <translation>Die Telefonanlage ist in Betrieb.</translation>
    </message>
    <message>
        <source>The phone system is off line.</source>
        <translation>Die Telefonanlage ist außer Betrieb.</translation>
    </message>
    <message>
        <source>The server granted no service to watch others with. Ask your administrator.</source>
        <translation>Der Server hat keinen Dienst zum Beobachten anderer gewährt. Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>The server did not grant the All Events service. Name the agents, devices or calls to watch in the filter.</source>
        <translation>Der Server hat den Dienst All Events nicht gewährt. Nennen Sie im Filter die Agenten, Geräte oder Anrufe, die beobachtet werden sollen.</translation>
    </message>
    <message>
        <source>The server did not grant the All Events service. Name the PeripheralID of the agents or devices in the filter as well.</source>
        <translation>Der Server hat den Dienst All Events nicht gewährt. Nennen Sie im Filter auch die PeripheralID der Agenten oder Geräte.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1: there is no such setting.</source>
        <translation>%1: Diese Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>%1: the value is of the wrong kind.</source>
        <translation>%1: Der Wert ist von falscher Art.</translation>
    </message>
    <message>
        <source>%1: the number must be from %2 to %3.</source>
        <translation>%1: Die Zahl muss von %2 bis %3 reichen.</translation>
    </message>
    <message>
        <source>%1: the value must be one of %2.</source>
        <translation>%1: Der Wert muss einer von %2 sein.</translation>
    </message>
    <message>
        <source>%1: the text is too long.</source>
        <translation>%1: Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
</context>
<context>
    <name>SystemEvent</name>
    <message>
        <source>The central controller is on line again.</source>
        <translation>Die zentrale Steuerung ist wieder erreichbar.</translation>
    </message>
    <message>
        <source>The central controller is off line: no new calls are routed.</source>
        <translation>Die zentrale Steuerung ist nicht erreichbar: Es werden keine neuen Anrufe vermittelt.</translation>
    </message>
    <message>
        <source>The phone system is on line.</source>
        <translation>Die Telefonanlage ist erreichbar.</translation>
    </message>
    <message>
        <source>The phone system is off line.</source>
        <translation>Die Telefonanlage ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The peripheral gateway is off line.</source>
        <translation>Das Peripheral Gateway ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The CTI server is off line.</source>
        <translation>Der CTI-Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The CTI server is on line.</source>
        <translation>Der CTI-Server ist erreichbar.</translation>
    </message>
    <message>
        <source>A new half hour of the reports has begun.</source>
        <translation>Eine neue halbe Stunde der Berichte hat begonnen.</translation>
    </message>
    <message>
        <source>The phone %1 is out of service.</source>
        <translation>Das Telefon %1 ist außer Betrieb.</translation>
    </message>
    <message>
        <source>The phone %1 is back in service.</source>
        <translation>Das Telefon %1 ist wieder in Betrieb.</translation>
    </message>
    <message>
        <source>The way to the phone system is up.</source>
        <translation>Der Weg zur Telefonanlage steht.</translation>
    </message>
    <message>
        <source>The way to the phone system is down.</source>
        <translation>Der Weg zur Telefonanlage ist unterbrochen.</translation>
    </message>
    <message>
        <source>Agents can work.</source>
        <translation>Agenten können arbeiten.</translation>
    </message>
    <message>
        <source>Agents cannot work at the moment.</source>
        <translation>Agenten können zurzeit nicht arbeiten.</translation>
    </message>
</context>
<context>
    <name>callwright::BusNotifier</name>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Annehmen</translation>
    </message>
</context>
<context>
    <name>callwright::ButtonBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles Weitere</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Under way; waiting for the answer.</source>
        <translation>Läuft; die Antwort steht noch aus.</translation>
    </message>
</context>
<context>
    <name>callwright::Buttons</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Possible while you are not ready or in wrap-up.</source>
        <translation>Möglich, solange Sie nicht bereit oder in der Nacharbeit sind.</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Possible while you are ready or in wrap-up.</source>
        <translation>Möglich, solange Sie bereit oder in der Nacharbeit sind.</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Possible during a call when your desk settings allow wrap-up.</source>
        <translation>Möglich während eines Anrufs, wenn Ihre Einstellungen Nacharbeit erlauben.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Possible while you are not ready.</source>
        <translation>Möglich, solange Sie nicht bereit sind.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>You are signed in.</source>
        <translation>Sie sind angemeldet.</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Possible while you are not ready and have no call.</source>
        <translation>Möglich, solange Sie nicht bereit sind und keinen Anruf haben.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Possible while the selected call rings.</source>
        <translation>Möglich, solange der gewählte Anruf klingelt.</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Possible when you have an answered or outgoing call.</source>
        <translation>Möglich bei einem angenommenen oder abgehenden Anruf.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Possible while you talk.</source>
        <translation>Möglich, solange Sie sprechen.</translation>
    </message>
    <message>
        <source>Retrieve</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Possible while the selected call is on hold.</source>
        <translation>Möglich, solange der gewählte Anruf gehalten wird.</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Complete transfer</source>
        <translation>Weitergabe abschließen</translation>
    </message>
    <message>
        <source>Possible once the person you transfer to has answered.</source>
        <translation>Möglich, sobald die Gegenstelle der Weitergabe angenommen hat.</translation>
    </message>
    <message>
        <source>Transfer without asking</source>
        <translation>Ohne Rückfrage weitergeben</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>Complete conference</source>
        <translation>Konferenz abschließen</translation>
    </message>
    <message>
        <source>Possible once the person you add has answered.</source>
        <translation>Möglich, sobald die hinzugezogene Person angenommen hat.</translation>
    </message>
    <message>
        <source>Add without asking</source>
        <translation>Ohne Rückfrage hinzuziehen</translation>
    </message>
    <message>
        <source>Possible while you talk, where the switch can do it.</source>
        <translation>Möglich, solange Sie sprechen, wenn die Telefonanlage es kann.</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Makeln</translation>
    </message>
    <message>
        <source>Possible with one call talking and another on hold.</source>
        <translation>Möglich mit einem aktiven und einem gehaltenen Anruf.</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>Tastenfeld</translation>
    </message>
    <message>
        <source>Wrap-up data</source>
        <translation>Nacharbeitsdaten</translation>
    </message>
    <message>
        <source>Possible in wrap-up, where the switch asks for it.</source>
        <translation>Möglich in der Nacharbeit, wenn die Telefonanlage danach fragt.</translation>
    </message>
    <message>
        <source>Ask a supervisor for help</source>
        <translation>Supervisor um Hilfe bitten</translation>
    </message>
    <message>
        <source>Possible while signed in, when your desk settings allow it.</source>
        <translation>Möglich, solange Sie angemeldet sind und Ihre Einstellungen es erlauben.</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Report a bad line</source>
        <translation>Schlechte Leitung melden</translation>
    </message>
    <message>
        <source>Possible during a call.</source>
        <translation>Möglich während eines Anrufs.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Possible while you talk, when recording is set up.</source>
        <translation>Möglich, solange Sie sprechen, wenn die Aufzeichnung eingerichtet ist.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Possible while signed in.</source>
        <translation>Möglich, solange Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>A later version of Callwright will do this.</source>
        <translation>Das kann erst eine spätere Version von Callwright.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Umleiten</translation>
    </message>
    <message>
        <source>Sends the ringing call to somebody else.</source>
        <translation>Schickt den klingelnden Anruf zu jemand anderem.</translation>
    </message>
    <message>
        <source>Possible while you talk, or may call somebody.</source>
        <translation>Möglich, während Sie sprechen oder jemanden anrufen dürfen.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>Turn my greeting off</source>
        <translation>Meine Begrüßung ausschalten</translation>
    </message>
    <message>
        <source>Turn my greeting on</source>
        <translation>Meine Begrüßung einschalten</translation>
    </message>
    <message>
        <source>The recorded greeting that callers hear; on again when you next sign in.</source>
        <translation>Die aufgezeichnete Begrüßung, die Anrufer hören; bei der nächsten Anmeldung wieder an.</translation>
    </message>
    <message>
        <source>Calls at once; your caller waits meanwhile.</source>
        <translation>Ruft sofort an; Ihr Anrufer wartet solange.</translation>
    </message>
    <message>
        <source>Calls at once, without asking again.</source>
        <translation>Ruft sofort an, ohne Rückfrage.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Hangs up on the one you talk to now and takes you to the other call.</source>
        <translation>Legt bei dem auf, mit dem Sie jetzt sprechen, und bringt Sie zum anderen Gespräch.</translation>
    </message>
</context>
<context>
    <name>callwright::CallCells</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>DNIS</source>
        <translation>DNIS</translation>
    </message>
    <message>
        <source>Digits entered</source>
        <translation>Eingegebene Ziffern</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>User info</source>
        <translation>Benutzerinfo</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Query rule</source>
        <translation>Abfrageregel</translation>
    </message>
</context>
<context>
    <name>callwright::CallDataForm</name>
    <message>
        <source>Variable %1</source>
        <translation>Variable %1</translation>
    </message>
    <message>
        <source>Your settings do not let this be changed.</source>
        <translation>Ihre Einstellungen lassen keine Änderung zu.</translation>
    </message>
</context>
<context>
    <name>callwright::CallDetails</name>
    <message>
        <source>Details of the selected call</source>
        <translation>Einzelheiten des gewählten Anrufs</translation>
    </message>
    <message>
        <source>Everything known about the selected call will be shown here.</source>
        <translation>Hier steht alles, was über den gewählten Anruf bekannt ist.</translation>
    </message>
    <message>
        <source>What happened to the selected call</source>
        <translation>Was mit dem ausgewählten Anruf geschah</translation>
    </message>
</context>
<context>
    <name>callwright::CallDetailsModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>callwright::CallGrid</name>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>No calls. Callers appear here while you are ready; to call somebody, enter a number above.</source>
        <translation>Keine Anrufe. Anrufer erscheinen hier, solange Sie bereit sind; zum Anrufen geben Sie oben eine Nummer ein.</translation>
    </message>
</context>
<context>
    <name>callwright::CallGridModel</name>
    <message>
        <source>Current call</source>
        <translation>Aktueller Anruf</translation>
    </message>
    <message>
        <source>%1, current call</source>
        <translation>%1, aktueller Anruf</translation>
    </message>
    <message>
        <source>Current call: the buttons act on it.</source>
        <translation>Aktueller Anruf: Die Schaltflächen gelten für ihn.</translation>
    </message>
</context>
<context>
    <name>callwright::CallHappenings</name>
    <message>
        <source>Dialled %1</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Rang at %1</source>
        <translation>Klingelte bei %1</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>Klingelte</translation>
    </message>
    <message>
        <source>You answered</source>
        <translation>Sie haben angenommen</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 hat angenommen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>The other side holds the call</source>
        <translation>Die andere Seite hält den Anruf</translation>
    </message>
    <message>
        <source>Off hold</source>
        <translation>Nicht mehr gehalten</translation>
    </message>
    <message>
        <source>The other side is back</source>
        <translation>Die andere Seite ist zurück</translation>
    </message>
    <message>
        <source>Waits in a queue</source>
        <translation>Wartet in einer Warteschlange</translation>
    </message>
    <message>
        <source>Left the queue</source>
        <translation>Hat die Warteschlange verlassen</translation>
    </message>
    <message>
        <source>Forwarded to %1</source>
        <translation>Umgeleitet zu %1</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Umgeleitet</translation>
    </message>
    <message>
        <source>The call failed</source>
        <translation>Der Anruf ist gescheitert</translation>
    </message>
    <message>
        <source>Reached the public network</source>
        <translation>Das öffentliche Netz ist erreicht</translation>
    </message>
    <message>
        <source>Joined into a conference</source>
        <translation>Zu einer Konferenz verbunden</translation>
    </message>
    <message>
        <source>Transferred: %1 is here now</source>
        <translation>Weitergegeben: Jetzt ist %1 hier</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Weitergegeben</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>An %1 weitergegeben</translation>
    </message>
    <message>
        <source>You hung up</source>
        <translation>Sie haben aufgelegt</translation>
    </message>
    <message>
        <source>%1 hung up</source>
        <translation>%1 hat aufgelegt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>Aufnahme gestartet</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Aufnahme beendet</translation>
    </message>
    <message>
        <source>Tones sent</source>
        <translation>Töne gesendet</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <translation>%1 ist dazugekommen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 ist gegangen</translation>
    </message>
    <message>
        <source>Consulting with %1</source>
        <translation>Rückfrage bei %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Confirmed by the server again</source>
        <translation>Vom Server wieder bestätigt</translation>
    </message>
    <message>
        <source>Not confirmed; the call may have changed</source>
        <translation>Nicht bestätigt; der Anruf kann sich geändert haben</translation>
    </message>
    <message>
        <source>The call failed: %1</source>
        <translation>Der Anruf ist gescheitert: %1</translation>
    </message>
</context>
<context>
    <name>callwright::CallText</name>
    <message>
        <source>Call from a queue</source>
        <translation>Anruf aus einer Warteschlange</translation>
    </message>
    <message>
        <source>Call routed to your group</source>
        <translation>Anruf für Ihre Gruppe</translation>
    </message>
    <message>
        <source>Call routed to you</source>
        <translation>Anruf für Sie</translation>
    </message>
    <message>
        <source>Call transferred to you</source>
        <translation>An Sie weitergegebener Anruf</translation>
    </message>
    <message>
        <source>Call from another queue</source>
        <translation>Anruf aus einer anderen Warteschlange</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Call dialled for you</source>
        <translation>Für Sie gewählter Anruf</translation>
    </message>
    <message>
        <source>Outgoing call</source>
        <translation>Ausgehender Anruf</translation>
    </message>
    <message>
        <source>Call inside</source>
        <translation>Interner Anruf</translation>
    </message>
    <message>
        <source>Call offered to you</source>
        <translation>Ihnen angebotener Anruf</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>Consultation somebody has with you</source>
        <translation>Rückfrage bei Ihnen</translation>
    </message>
    <message>
        <source>Consultation for a conference</source>
        <translation>Rückfrage für eine Konferenz</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>Call the server does not follow</source>
        <translation>Anruf, den der Server nicht verfolgt</translation>
    </message>
    <message>
        <source>Preview of a campaign&apos;s call</source>
        <translation>Vorschau auf einen Kampagnenanruf</translation>
    </message>
    <message>
        <source>Reservation for a campaign&apos;s call</source>
        <translation>Reservierung für einen Kampagnenanruf</translation>
    </message>
    <message>
        <source>Help from a supervisor</source>
        <translation>Hilfe durch einen Supervisor</translation>
    </message>
    <message>
        <source>Emergency call</source>
        <translation>Notruf</translation>
    </message>
    <message>
        <source>Call a supervisor listens to</source>
        <translation>Anruf, bei dem ein Supervisor mithört</translation>
    </message>
    <message>
        <source>Call a supervisor whispers in</source>
        <translation>Anruf, bei dem ein Supervisor flüstert</translation>
    </message>
    <message>
        <source>Call a supervisor has joined</source>
        <translation>Anruf, dem ein Supervisor beigetreten ist</translation>
    </message>
    <message>
        <source>Call a supervisor has taken over</source>
        <translation>Anruf, den ein Supervisor übernommen hat</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Reservation for a callback</source>
        <translation>Reservierung für einen Rückruf</translation>
    </message>
    <message>
        <source>Campaign&apos;s call</source>
        <translation>Kampagnenanruf</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Rückruf</translation>
    </message>
    <message>
        <source>Campaign&apos;s call to a voice menu</source>
        <translation>Kampagnenanruf an ein Sprachmenü</translation>
    </message>
    <message>
        <source>Call outside the contact centre</source>
        <translation>Anruf außerhalb des Contact Centers</translation>
    </message>
    <message>
        <source>Your greeting</source>
        <translation>Ihre Ansage</translation>
    </message>
    <message>
        <source>Recording of your greeting</source>
        <translation>Aufnahme Ihrer Ansage</translation>
    </message>
    <message>
        <source>unknown number</source>
        <translation>unbekannte Nummer</translation>
    </message>
    <message>
        <source>Waiting for transfer</source>
        <translation>Wartet auf Weitergabe</translation>
    </message>
    <message>
        <source>Waiting for conference</source>
        <translation>Wartet auf Konferenz</translation>
    </message>
    <message>
        <source>Consulting</source>
        <translation>Rückfrage</translation>
    </message>
    <message>
        <source>%1, not confirmed</source>
        <translation>%1, nicht bestätigt</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Unbekannter Anrufer</translation>
    </message>
    <message>
        <source>Consulting with %1 about the call with %2.</source>
        <translation>Rückfrage bei %1 zum Anruf mit %2.</translation>
    </message>
    <message>
        <source>The call with %1 that you consult %2 about.</source>
        <translation>Der Anruf mit %1, zu dem Sie bei %2 rückfragen.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>Art %1</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) are on their way.</source>
        <translation>
            <numerusform>%n Anruf ist unterwegs.</numerusform>
            <numerusform>%n Anrufe sind unterwegs.</numerusform>
        </translation>
    </message>
    <message>
        <source>A call is on its way.</source>
        <translation>Ein Anruf ist unterwegs.</translation>
    </message>
    <message>
        <source>A call from %1 is on its way.</source>
        <translation>Ein Anruf von %1 ist unterwegs.</translation>
    </message>
    <message>
        <source>Conference of %1: %2</source>
        <translation>Konferenz zu %1: %2</translation>
    </message>
</context>
<context>
    <name>callwright::ConnectionTrouble</name>
    <message>
        <source>Lost the connection to %1.</source>
        <translation>Die Verbindung zu %1 ist verloren.</translation>
    </message>
    <message>
        <source>%1 is about to take over.</source>
        <translation>%1 übernimmt gleich.</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n second(s).</source>
        <translation>
            <numerusform>Neuer Versuch in %n Sekunde.</numerusform>
            <numerusform>Neuer Versuch in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying to connect now.</source>
        <translation>Die Verbindung wird jetzt versucht.</translation>
    </message>
    <message numerus="yes">
        <source>Your %n call(s) go on at the phone.</source>
        <translation>
            <numerusform>Ihr Anruf geht am Telefon weiter.</numerusform>
            <numerusform>Ihre %n Anrufe gehen am Telefon weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody has signed in with your agent ID elsewhere.</source>
        <translation>Jemand hat sich anderswo mit Ihrer Agenten-ID angemeldet.</translation>
    </message>
    <message>
        <source>This desk stays away. Sign in to work here again.</source>
        <translation>Dieser Arbeitsplatz bleibt fern. Melden Sie sich an, um wieder hier zu arbeiten.</translation>
    </message>
    <message>
        <source>The connection was given up.</source>
        <translation>Die Verbindung wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Sign in to try again.</source>
        <translation>Melden Sie sich an, um es erneut zu versuchen.</translation>
    </message>
    <message>
        <source>You were signed out.</source>
        <translation>Sie wurden abgemeldet.</translation>
    </message>
    <message>
        <source>Sign in again to take calls.</source>
        <translation>Melden Sie sich wieder an, um Anrufe anzunehmen.</translation>
    </message>
    <message>
        <source>The server was restarted and no longer knows that you are signed in.</source>
        <translation>Der Server wurde neu gestartet und weiß nicht mehr, dass Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>The server did not sign you in again by itself.</source>
        <translation>Der Server hat Sie nicht von selbst wieder angemeldet.</translation>
    </message>
    <message>
        <source>Your password may have changed. Sign in again.</source>
        <translation>Ihr Kennwort wurde vielleicht geändert. Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>The way to the phone system is interrupted.</source>
        <translation>Der Weg zur Telefonanlage ist unterbrochen.</translation>
    </message>
    <message>
        <source>What is shown may be out of date until it is back. Phones go on working.</source>
        <translation>Was zu sehen ist, kann veraltet sein, bis sie wieder da ist. Die Telefone arbeiten weiter.</translation>
    </message>
    <message>
        <source>The phone system is off line.</source>
        <translation>Die Telefonanlage ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Your phone is out of service.</source>
        <translation>Ihr Telefon ist außer Betrieb.</translation>
    </message>
    <message>
        <source>You get no calls until it is back. Check the phone.</source>
        <translation>Sie bekommen keine Anrufe, bis es wieder da ist. Prüfen Sie das Telefon.</translation>
    </message>
    <message>
        <source>The contact centre routes no new calls at the moment.</source>
        <translation>Das Contact Center vermittelt zurzeit keine neuen Anrufe.</translation>
    </message>
    <message>
        <source>Calls that are there go on.</source>
        <translation>Anrufe, die da sind, gehen weiter.</translation>
    </message>
    <message>
        <source>Trying %1 now.</source>
        <translation>%1 wird jetzt versucht.</translation>
    </message>
    <message numerus="yes">
        <source>Trying %1 in %n second(s).</source>
        <translation>
            <numerusform>%1 wird in %n Sekunde versucht.</numerusform>
            <numerusform>%1 wird in %n Sekunden versucht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callwright::DataElement</name>
    <message>
        <source>%1, not confirmed yet</source>
        <translation>%1, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>%1, “%2” was not accepted</source>
        <translation>%1, „%2“ wurde nicht angenommen</translation>
    </message>
    <message>
        <source>Sent; the server has not confirmed it yet.</source>
        <translation>Gesendet; der Server hat es noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>“%1” was not accepted. This is what the server has.</source>
        <translation>„%1“ wurde nicht angenommen. Dies ist der Wert auf dem Server.</translation>
    </message>
    <message>
        <source>Double-click or press F2 to change it.</source>
        <translation>Zum Ändern doppelklicken oder F2 drücken.</translation>
    </message>
</context>
<context>
    <name>callwright::Demo</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Anliegen</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Mittagessen</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Schichtende</translation>
    </message>
    <message>
        <source>Change of desk</source>
        <translation>Platzwechsel</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Frage beantwortet</translation>
    </message>
    <message>
        <source>Order taken</source>
        <translation>Bestellung aufgenommen</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <source>Call back later</source>
        <translation>Später zurückrufen</translation>
    </message>
</context>
<context>
    <name>callwright::Desk</name>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>The server speaks no version of the protocol that this program knows.</source>
        <translation>Der Server spricht keine Version des Protokolls, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>reason %1</source>
        <translation>Grund %1</translation>
    </message>
</context>
<context>
    <name>callwright::Desktop</name>
    <message>
        <source>There is no sound device for the ring tone.</source>
        <translation>Es gibt kein Tongerät für den Klingelton.</translation>
    </message>
</context>
<context>
    <name>callwright::DetailsTree</name>
    <message>
        <source>Caller&apos;s number</source>
        <translation>Nummer des Anrufers</translation>
    </message>
    <message>
        <source>Number called (DNIS)</source>
        <translation>Angerufene Nummer (DNIS)</translation>
    </message>
    <message>
        <source>Number dialled</source>
        <translation>Gewählte Nummer</translation>
    </message>
    <message>
        <source>Digits entered</source>
        <translation>Eingegebene Ziffern</translation>
    </message>
    <message>
        <source>User information</source>
        <translation>Benutzerinformation</translation>
    </message>
    <message>
        <source>Customer&apos;s number</source>
        <translation>Nummer des Kunden</translation>
    </message>
    <message>
        <source>Customer&apos;s account</source>
        <translation>Konto des Kunden</translation>
    </message>
    <message>
        <source>This call</source>
        <translation>Dieser Anruf</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Waited in the queue</source>
        <translation>Wartezeit in der Warteschlange</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Begonnen um</translation>
    </message>
    <message>
        <source>In this state since</source>
        <translation>In diesem Zustand seit</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>The call is being recorded</source>
        <translation>Der Anruf wird aufgenommen</translation>
    </message>
    <message>
        <source>Wrap-up data</source>
        <translation>Nacharbeitsdaten</translation>
    </message>
    <message>
        <source>Call variable %1</source>
        <translation>Anrufvariable %1</translation>
    </message>
    <message>
        <source>Call data</source>
        <translation>Anrufdaten</translation>
    </message>
    <message>
        <source>Extended call data (ECC)</source>
        <translation>Erweiterte Anrufdaten (ECC)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Called by you</source>
        <translation>Von Ihnen angerufen</translation>
    </message>
    <message>
        <source>People in the call</source>
        <translation>Personen im Anruf</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technisches</translation>
    </message>
    <message>
        <source>Called from</source>
        <translation>Angerufen von</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Warum er scheiterte</translation>
    </message>
</context>
<context>
    <name>callwright::DialActions</name>
    <message>
        <source>There is no number to call. Enter digits, or paste a number.</source>
        <translation>Es gibt keine Nummer zum Anrufen. Geben Sie Ziffern ein oder fügen Sie eine Nummer ein.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Another call is selected now. Select this call again first.</source>
        <translation>Jetzt ist ein anderer Anruf ausgewählt. Wählen Sie zuerst wieder diesen Anruf.</translation>
    </message>
    <message>
        <source>Nobody is on the line to hear tones.</source>
        <translation>Niemand ist in der Leitung, der Töne hören könnte.</translation>
    </message>
</context>
<context>
    <name>callwright::DialDialog</name>
    <message>
        <source>Call</source>
        <translation>Anrufen</translation>
    </message>
    <message>
        <source>Call whom?</source>
        <translation>Wen anrufen?</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>Transfer %1 to whom?</source>
        <translation>%1 an wen weitergeben?</translation>
    </message>
    <message>
        <source>Talk to them</source>
        <translation>Rückfragen</translation>
    </message>
    <message>
        <source>Transfer now</source>
        <translation>Jetzt weitergeben</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>Whom do you add to the call with %1?</source>
        <translation>Wen ziehen Sie zum Gespräch mit %1 hinzu?</translation>
    </message>
    <message>
        <source>Add now</source>
        <translation>Jetzt hinzuziehen</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Umleiten</translation>
    </message>
    <message>
        <source>Forward %1 to whom?</source>
        <translation>%1 an wen umleiten?</translation>
    </message>
    <message>
        <source>Type or paste a number and press Enter</source>
        <translation>Nummer eingeben oder einfügen und Enter drücken</translation>
    </message>
    <message>
        <source>Talk to them first</source>
        <translation>Vorher rückfragen</translation>
    </message>
    <message>
        <source>Transfer without asking</source>
        <translation>Ohne Rückfrage weitergeben</translation>
    </message>
    <message>
        <source>Add without asking</source>
        <translation>Ohne Rückfrage hinzuziehen</translation>
    </message>
    <message>
        <source>Goes along with the call</source>
        <translation>Geht mit dem Anruf mit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sent; waiting for the server.</source>
        <translation>Gesendet; die Antwort des Servers steht noch aus.</translation>
    </message>
    <message>
        <source>Enter or paste a number first.</source>
        <translation>Geben Sie zuerst eine Nummer ein.</translation>
    </message>
</context>
<context>
    <name>callwright::DialField</name>
    <message>
        <source>Number to call</source>
        <translation>Nummer zum Anrufen</translation>
    </message>
    <message>
        <source>Type or paste a number and press Enter (Ctrl+D)</source>
        <translation>Nummer eingeben oder einfügen und die Eingabetaste drücken (Strg+D)</translation>
    </message>
    <message>
        <source>Numbers dialled before</source>
        <translation>Zuletzt gewählte Nummern</translation>
    </message>
    <message>
        <source>Numbers dialled before (Down)</source>
        <translation>Zuletzt gewählte Nummern (Pfeil nach unten)</translation>
    </message>
</context>
<context>
    <name>callwright::FailureText</name>
    <message>
        <source>The server speaks another version of the protocol.</source>
        <translation>Der Server spricht eine andere Version des Protokolls.</translation>
    </message>
    <message>
        <source>The server does not answer any more.</source>
        <translation>Der Server antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The connection to the server broke.</source>
        <translation>Die Verbindung zum Server ist abgebrochen.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The connection to the server failed.</source>
        <translation>Die Verbindung zum Server ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The calls were not swapped</source>
        <translation>Die Anrufe wurden nicht gewechselt</translation>
    </message>
    <message>
        <source>The call was not answered</source>
        <translation>Der Anruf wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The call was not ended for everybody</source>
        <translation>Der Anruf wurde nicht für alle beendet</translation>
    </message>
    <message>
        <source>The call was not hung up</source>
        <translation>Der Anruf wurde nicht aufgelegt</translation>
    </message>
    <message>
        <source>The conference was not made</source>
        <translation>Die Konferenz kam nicht zustande</translation>
    </message>
    <message>
        <source>The consultation was not begun</source>
        <translation>Die Rückfrage wurde nicht begonnen</translation>
    </message>
    <message>
        <source>The call was not forwarded</source>
        <translation>Der Anruf wurde nicht umgeleitet</translation>
    </message>
    <message>
        <source>The call was not put on hold</source>
        <translation>Der Anruf wurde nicht gehalten</translation>
    </message>
    <message>
        <source>The call was not made</source>
        <translation>Der Anruf wurde nicht getätigt</translation>
    </message>
    <message>
        <source>You were not taken back to the first call</source>
        <translation>Sie wurden nicht zum ersten Anruf zurückgebracht</translation>
    </message>
    <message>
        <source>The call was not taken off hold</source>
        <translation>Das Halten wurde nicht aufgehoben</translation>
    </message>
    <message>
        <source>The transfer was not made</source>
        <translation>Die Weitergabe kam nicht zustande</translation>
    </message>
    <message>
        <source>The call data was not changed</source>
        <translation>Die Anrufdaten wurden nicht geändert</translation>
    </message>
    <message>
        <source>The tones were not sent</source>
        <translation>Die Töne wurden nicht gesendet</translation>
    </message>
    <message>
        <source>The recording was not started</source>
        <translation>Die Aufnahme wurde nicht gestartet</translation>
    </message>
    <message>
        <source>The recording was not stopped</source>
        <translation>Die Aufnahme wurde nicht beendet</translation>
    </message>
    <message>
        <source>No supervisor was called</source>
        <translation>Es wurde kein Supervisor gerufen</translation>
    </message>
    <message>
        <source>The emergency call was not made</source>
        <translation>Der Notruf wurde nicht getätigt</translation>
    </message>
    <message>
        <source>The bad line was not reported</source>
        <translation>Die schlechte Leitung wurde nicht gemeldet</translation>
    </message>
    <message>
        <source>The greeting was not changed</source>
        <translation>Die Ansage wurde nicht geändert</translation>
    </message>
    <message>
        <source>Your state was not changed</source>
        <translation>Ihr Status wurde nicht geändert</translation>
    </message>
    <message>
        <source>The call could not be read from the server</source>
        <translation>Der Anruf konnte nicht vom Server gelesen werden</translation>
    </message>
    <message>
        <source>It is not known whether the calls were swapped</source>
        <translation>Es ist nicht bekannt, ob die Anrufe gewechselt wurden</translation>
    </message>
    <message>
        <source>It is not known whether the call was answered</source>
        <translation>Es ist nicht bekannt, ob der Anruf angenommen wurde</translation>
    </message>
    <message>
        <source>It is not known whether the call was ended for everybody</source>
        <translation>Es ist nicht bekannt, ob der Anruf für alle beendet wurde</translation>
    </message>
    <message>
        <source>It is not known whether the call was hung up</source>
        <translation>Es ist nicht bekannt, ob der Anruf aufgelegt wurde</translation>
    </message>
    <message>
        <source>It is not known whether the conference was made</source>
        <translation>Es ist nicht bekannt, ob die Konferenz zustande kam</translation>
    </message>
    <message>
        <source>It is not known whether the consultation was begun</source>
        <translation>Es ist nicht bekannt, ob die Rückfrage begonnen wurde</translation>
    </message>
    <message>
        <source>It is not known whether the call was forwarded</source>
        <translation>Es ist nicht bekannt, ob der Anruf umgeleitet wurde</translation>
    </message>
    <message>
        <source>It is not known whether the call was put on hold</source>
        <translation>Es ist nicht bekannt, ob der Anruf gehalten wurde</translation>
    </message>
    <message>
        <source>It is not known whether the call was made</source>
        <translation>Es ist nicht bekannt, ob der Anruf getätigt wurde</translation>
    </message>
    <message>
        <source>It is not known whether you were taken back to the first call</source>
        <translation>Es ist nicht bekannt, ob Sie zum ersten Anruf zurückgebracht wurden</translation>
    </message>
    <message>
        <source>It is not known whether the call was taken off hold</source>
        <translation>Es ist nicht bekannt, ob das Halten aufgehoben wurde</translation>
    </message>
    <message>
        <source>It is not known whether the transfer was made</source>
        <translation>Es ist nicht bekannt, ob die Weitergabe zustande kam</translation>
    </message>
    <message>
        <source>It is not known whether the call data was changed</source>
        <translation>Es ist nicht bekannt, ob die Anrufdaten geändert wurden</translation>
    </message>
    <message>
        <source>It is not known whether the tones were sent</source>
        <translation>Es ist nicht bekannt, ob die Töne gesendet wurden</translation>
    </message>
    <message>
        <source>It is not known whether the recording was started</source>
        <translation>Es ist nicht bekannt, ob die Aufnahme gestartet wurde</translation>
    </message>
    <message>
        <source>It is not known whether the recording was stopped</source>
        <translation>Es ist nicht bekannt, ob die Aufnahme beendet wurde</translation>
    </message>
    <message>
        <source>It is not known whether a supervisor was called</source>
        <translation>Es ist nicht bekannt, ob ein Supervisor gerufen wurde</translation>
    </message>
    <message>
        <source>It is not known whether the emergency call was made</source>
        <translation>Es ist nicht bekannt, ob der Notruf getätigt wurde</translation>
    </message>
    <message>
        <source>It is not known whether the bad line was reported</source>
        <translation>Es ist nicht bekannt, ob die schlechte Leitung gemeldet wurde</translation>
    </message>
    <message>
        <source>It is not known whether the greeting was changed</source>
        <translation>Es ist nicht bekannt, ob die Ansage geändert wurde</translation>
    </message>
    <message>
        <source>It is not known whether your state was changed</source>
        <translation>Es ist nicht bekannt, ob Ihr Status geändert wurde</translation>
    </message>
    <message>
        <source>Code %1, code of the switch %2</source>
        <translation>Code %1, Code der Telefonanlage %2</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
</context>
<context>
    <name>callwright::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.der *.key)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.der *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>callwright::HelpActions</name>
    <message>
        <source>The bad line was reported.</source>
        <translation>Die schlechte Leitung wurde gemeldet.</translation>
    </message>
    <message>
        <source>Your greeting is off until you sign out.</source>
        <translation>Ihre Begrüßung ist bis zur Abmeldung aus.</translation>
    </message>
    <message>
        <source>Your greeting is on.</source>
        <translation>Ihre Begrüßung ist an.</translation>
    </message>
</context>
<context>
    <name>callwright::Keypad</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Raute</translation>
    </message>
</context>
<context>
    <name>callwright::KeypadDialog</name>
    <message>
        <source>Keypad</source>
        <translation>Tastenfeld</translation>
    </message>
    <message>
        <source>Tones sent</source>
        <translation>Töne gesendet</translation>
    </message>
    <message>
        <source>Type or click digits</source>
        <translation>Ziffern eingeben oder anklicken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>callwright::MainWindow</name>
    <message>
        <source>Callwright</source>
        <translation>Callwright</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Your password could not be remembered.</source>
        <translation>Ihr Passwort konnte nicht gemerkt werden.</translation>
    </message>
    <message>
        <source>This computer has no key store that is open. You will be asked each time.</source>
        <translation>Auf diesem Computer ist kein Schlüsselspeicher offen. Sie werden jedes Mal gefragt.</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Agent %1   Phone %2</source>
        <translation>Agent %1   Telefon %2</translation>
    </message>
    <message>
        <source>Instrument %1</source>
        <translation>Gerät %1</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>The call is being recorded.</source>
        <translation>Der Anruf wird aufgenommen.</translation>
    </message>
</context>
<context>
    <name>callwright::Options</name>
    <message>
        <source>Keep a log in this file; four of 2 MB each at most, the older ones with .1, .2 and .3 behind the name.</source>
        <translation>Ein Protokoll in diese Datei schreiben; höchstens vier zu je 2 MB, die älteren mit .1, .2 und .3 hinter dem Namen.</translation>
    </message>
    <message>
        <source>What the log has: 1 failures, 2 warnings, 4 events, 0x1000 details, 0x20000000 every frame (0x40000307).</source>
        <translation>Was im Protokoll steht: 1 Fehler, 2 Warnungen, 4 Ereignisse, 0x1000 Einzelheiten, 0x20000000 jede Nachricht der Leitung (0x40000307).</translation>
    </message>
    <message>
        <source>--trace-mask needs a number, like 0x40000307.</source>
        <translation>--trace-mask braucht eine Zahl, etwa 0x40000307.</translation>
    </message>
    <message>
        <source>The log cannot be written: %1</source>
        <translation>Das Protokoll lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>There is no display to show a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster (weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt).</translation>
    </message>
    <message>
        <source>See callwright --help.</source>
        <translation>Siehe callwright --help.</translation>
    </message>
    <message>
        <source>Run on a built-in simulator; callers arrive by themselves.</source>
        <translation>Mit eingebautem Simulator laufen; Anrufer kommen von selbst.</translation>
    </message>
    <message>
        <source>Peripheral of the agent (5000).</source>
        <translation>Peripheral des Agenten (5000).</translation>
    </message>
    <message>
        <source>Agent ID.</source>
        <translation>Agenten-ID.</translation>
    </message>
    <message>
        <source>Phone of the agent.</source>
        <translation>Telefon des Agenten.</translation>
    </message>
    <message>
        <source>light, dark or system (as the system says).</source>
        <translation>light, dark oder system (wie das System es vorgibt).</translation>
    </message>
    <message>
        <source>Language of the texts, for example de.</source>
        <translation>Sprache der Texte, zum Beispiel de.</translation>
    </message>
    <message>
        <source>--peripheral needs a number.</source>
        <translation>--peripheral braucht eine Zahl.</translation>
    </message>
    <message>
        <source>Agent softphone for Cisco contact centres (GED-188).</source>
        <translation>Agenten-Softphone für Cisco-Contact-Center (GED-188).</translation>
    </message>
    <message>
        <source>Only options are understood.</source>
        <translation>Es werden nur Optionen verstanden.</translation>
    </message>
    <message>
        <source>--theme is light, dark or system.</source>
        <translation>--theme ist light, dark oder system.</translation>
    </message>
    <message>
        <source>The CTI Server of side A. Port: 42027, with --tls 42030.</source>
        <translation>Der CTI-Server der Seite A. Port: 42027, mit --tls 42030.</translation>
    </message>
    <message>
        <source>The one of side B, if there is one. Port: 43027, with --tls 43030.</source>
        <translation>Der der Seite B, falls es einen gibt. Port: 43027, mit --tls 43030.</translation>
    </message>
    <message>
        <source>The instance: usual ports are 40 higher for each (0).</source>
        <translation>Die Instanz: die üblichen Ports liegen für jede um 40 höher (0).</translation>
    </message>
    <message>
        <source>Connect secured; this computer&apos;s certificate authorities are trusted.</source>
        <translation>Gesichert verbinden; den Zertifizierungsstellen dieses Rechners wird vertraut.</translation>
    </message>
    <message>
        <source>Trust the certificate authorities of this file (PEM) instead.</source>
        <translation>Stattdessen den Zertifizierungsstellen dieser Datei (PEM) vertrauen.</translation>
    </message>
    <message>
        <source>Trust the server certificates of this file, or with these SHA-256 (separated by commas), and no others.</source>
        <translation>Nur den Server-Zertifikaten dieser Datei oder mit diesen SHA-256 (durch Kommas getrennt) vertrauen.</translation>
    </message>
    <message>
        <source>The certificate to show to the server (PEM), if it wants one.</source>
        <translation>Das Zertifikat, das dem Server gezeigt wird (PEM), falls er eines verlangt.</translation>
    </message>
    <message>
        <source>Its private key (PEM), if it is not in the same file.</source>
        <translation>Sein privater Schlüssel (PEM), falls er nicht in derselben Datei steht.</translation>
    </message>
    <message>
        <source>Holds the key&apos;s pass phrase in its first line.</source>
        <translation>Enthält die Passphrase des Schlüssels in der ersten Zeile.</translation>
    </message>
    <message>
        <source>Clients of the whole site: after a loss they come back spread over N/10 seconds (100).</source>
        <translation>Clients des ganzen Standorts: nach einem Verlust kommen sie verteilt über N/10 Sekunden zurück (100).</translation>
    </message>
    <message>
        <source>Give up after so many failed attempts in a row, 0 for never (0).</source>
        <translation>Nach so vielen vergeblichen Versuchen in Folge aufgeben, 0 für nie (0).</translation>
    </message>
    <message>
        <source>The highest protocol version to try, 13 to 25 (25).</source>
        <translation>Die höchste Protokollversion, die versucht wird, 13 bis 25 (25).</translation>
    </message>
    <message>
        <source>Between heartbeats, 0 for none (90).</source>
        <translation>Zwischen Lebenszeichen, 0 für keine (90).</translation>
    </message>
    <message>
        <source>Of texts on the wire: windows-1252 or utf-8 (windows-1252).</source>
        <translation>Der Texte auf der Leitung: windows-1252 oder utf-8 (windows-1252).</translation>
    </message>
    <message>
        <source>--%1 takes a host, or host:port as in cti-a:42027, not &quot;%2&quot;.</source>
        <translation>--%1 verlangt einen Rechner oder Rechner:Port wie in cti-a:42027, nicht „%2“.</translation>
    </message>
    <message>
        <source>--tls-ca and --tls-pin exclude each other: one says whom to trust.</source>
        <translation>--tls-ca und --tls-pin schließen einander aus: eines sagt, wem vertraut wird.</translation>
    </message>
    <message>
        <source>--tls-key needs --tls-cert.</source>
        <translation>--tls-key braucht --tls-cert.</translation>
    </message>
    <message>
        <source>What begins with --tls- needs --tls.</source>
        <translation>Was mit --tls- beginnt, braucht --tls.</translation>
    </message>
    <message>
        <source>--code-page takes windows-1252 or utf-8, not &quot;%1&quot;.</source>
        <translation>--code-page verlangt windows-1252 oder utf-8, nicht „%1“.</translation>
    </message>
    <message>
        <source>--a is missing.</source>
        <translation>--a fehlt.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 verlangt eine Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>The file %1 of --%2 cannot be read: %3</source>
        <translation>Die Datei %1 von --%2 kann nicht gelesen werden: %3</translation>
    </message>
</context>
<context>
    <name>callwright::ReasonDialog</name>
    <message>
        <source>Reason code </source>
        <translation>Grundcode </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>callwright::RequestTrouble</name>
    <message>
        <source>%1: %2</source>
        <comment>what was tried: why not</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>callwright::RingDeviceMenu</name>
    <message>
        <source>Ring tone</source>
        <translation>Klingelton</translation>
    </message>
    <message>
        <source>On the system&apos;s sound device</source>
        <translation>Auf dem Tongerät des Systems</translation>
    </message>
    <message>
        <source>Silent on this computer</source>
        <translation>Auf diesem Computer stumm</translation>
    </message>
</context>
<context>
    <name>callwright::SecurityForm</name>
    <message>
        <source>Secure&amp;d connection (TLS)</source>
        <translation>&amp;Gesicherte Verbindung (TLS)</translation>
    </message>
    <message>
        <source>host:port, if there is a second one</source>
        <translation>Rechner:Port, falls es einen zweiten gibt</translation>
    </message>
    <message>
        <source>Authorities this computer trusts</source>
        <translation>Stellen, denen dieser Computer vertraut</translation>
    </message>
    <message>
        <source>Authorities of a file</source>
        <translation>Stellen aus einer Datei</translation>
    </message>
    <message>
        <source>One certificate</source>
        <translation>Ein einzelnes Zertifikat</translation>
    </message>
    <message>
        <source>Server side &amp;B</source>
        <translation>Server der Seite &amp;B</translation>
    </message>
    <message>
        <source>&amp;Trust</source>
        <translation>Vertra&amp;uen</translation>
    </message>
    <message>
        <source>Aut&amp;hority file</source>
        <translation>&amp;Datei der Stellen</translation>
    </message>
    <message>
        <source>File of certificate authorities</source>
        <translation>Datei der Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Server certi&amp;ficate</source>
        <translation>Serverzerti&amp;fikat</translation>
    </message>
    <message>
        <source>Certificate of the server, or its SHA-256</source>
        <translation>Zertifikat des Servers oder dessen SHA-256</translation>
    </message>
    <message>
        <source>Ow&amp;n certificate</source>
        <translation>Eigenes &amp;Zertifikat</translation>
    </message>
    <message>
        <source>Certificate to show to the server</source>
        <translation>Zertifikat, das dem Server gezeigt wird</translation>
    </message>
    <message>
        <source>Own &amp;key</source>
        <translation>Eigener Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>Private key of the own certificate</source>
        <translation>Privater Schlüssel des eigenen Zertifikats</translation>
    </message>
    <message>
        <source>Ke&amp;y pass phrase</source>
        <translation>&amp;Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>only if the server wants one</source>
        <translation>nur wenn der Server eines verlangt</translation>
    </message>
    <message>
        <source>if it is not in the same file</source>
        <translation>falls er nicht in derselben Datei steht</translation>
    </message>
    <message>
        <source>file or SHA-256</source>
        <translation>Datei oder SHA-256</translation>
    </message>
    <message>
        <source>The server of side B is no host or host:port.</source>
        <translation>Der Server der Seite B ist weder Rechner noch Rechner:Port.</translation>
    </message>
    <message>
        <source>Needs the file of the authorities to trust.</source>
        <translation>Braucht die Datei der Stellen, denen vertraut wird.</translation>
    </message>
    <message>
        <source>Needs the server&apos;s certificate, or its SHA-256.</source>
        <translation>Braucht das Zertifikat des Servers oder dessen SHA-256.</translation>
    </message>
    <message>
        <source>The own key needs its certificate.</source>
        <translation>Zum eigenen Schlüssel fehlt das Zertifikat.</translation>
    </message>
</context>
<context>
    <name>callwright::SignInDialog</name>
    <message>
        <source>Sign in to Callwright</source>
        <translation>Bei Callwright anmelden</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>Rechner:Port</translation>
    </message>
    <message>
        <source>This computer has no key store that could keep it. You will be asked each time.</source>
        <translation>Dieser Computer hat keinen Schlüsselspeicher dafür. Sie werden jedes Mal gefragt.</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>P&amp;eripheral</source>
        <translation>P&amp;eripheral</translation>
    </message>
    <message>
        <source>&amp;Agent ID</source>
        <translation>&amp;Agenten-ID</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Needs a server, an agent ID and a phone.</source>
        <translation>Braucht Server, Agenten-ID und Telefon.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Remember my password</source>
        <translation>Passwort &amp;merken</translation>
    </message>
    <message>
        <source>S&amp;ingle sign-on, without a password</source>
        <translation>S&amp;ingle Sign-on, ohne Passwort</translation>
    </message>
    <message>
        <source>For agents whom the site has set up for single sign-on.</source>
        <translation>Für Agenten, für die das Unternehmen Single Sign-on eingerichtet hat.</translation>
    </message>
    <message>
        <source>&amp;More about the connection</source>
        <translation>Meh&amp;r zur Verbindung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what happened for whoever helps you</source>
        <translation>Was geschehen ist, für den kopieren, der Ihnen hilft</translation>
    </message>
</context>
<context>
    <name>callwright::SignInFlow</name>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindung zu %1 wird aufgebaut</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Trying the other server</source>
        <translation>Der andere Server wird versucht</translation>
    </message>
</context>
<context>
    <name>callwright::StateActions</name>
    <message>
        <source>Why not ready?</source>
        <translation>Warum nicht bereit?</translation>
    </message>
    <message>
        <source>Why sign out?</source>
        <translation>Warum abmelden?</translation>
    </message>
</context>
<context>
    <name>callwright::StateBar</name>
    <message>
        <source>Time in this state</source>
        <translation>Zeit in diesem Zustand</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>danach: %1</translation>
    </message>
</context>
<context>
    <name>callwright::StateText</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>Busy elsewhere</source>
        <translation>Anderswo beschäftigt</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>Ruft an</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>State %1</source>
        <translation>Zustand %1</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>callwright::StatusLine</name>
    <message>
        <source>A supervisor is listening</source>
        <translation>Ein Supervisor hört mit</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Disconnecting</source>
        <translation>Verbindung wird getrennt</translation>
    </message>
    <message>
        <source>How long the server took to answer last</source>
        <translation>So lange brauchte der Server für die letzte Antwort</translation>
    </message>
    <message>
        <source>Protocol version %1</source>
        <translation>Protokollversion %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>callwright::TimelineModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>callwright::TroubleBar</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Try to connect again at once (%1)</source>
        <translation>Sofort neu verbinden (%1)</translation>
    </message>
    <message>
        <source>Earlier problem</source>
        <translation>Früheres Problem</translation>
    </message>
    <message>
        <source>Later problem</source>
        <translation>Späteres Problem</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what happened, with its codes, for whoever helps you</source>
        <translation>Kopiert den Vorfall mit seinen Codes für die Person, die Ihnen hilft</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>callwright::WrapupDialog</name>
    <message>
        <source>Wrap-up</source>
        <translation>Nacharbeit</translation>
    </message>
    <message>
        <source>What was the call about? An answer is required before the next call.</source>
        <translation>Worum ging es? Vor dem nächsten Anruf ist eine Antwort nötig.</translation>
    </message>
    <message>
        <source>What was the call about?</source>
        <translation>Worum ging es?</translation>
    </message>
    <message>
        <source>Wrap-up texts</source>
        <translation>Texte für die Nacharbeit</translation>
    </message>
    <message>
        <source>Wrap-up data</source>
        <translation>Nacharbeitsdaten</translation>
    </message>
    <message>
        <source>A few words</source>
        <translation>Ein paar Worte</translation>
    </message>
    <message>
        <source>Or a few words of your own</source>
        <translation>Oder ein paar eigene Worte</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose or enter what the call was about first.</source>
        <translation>Wählen oder geben Sie zuerst ein, worum es ging.</translation>
    </message>
    <message>
        <source>Your desk settings ask for wrap-up data after each call.</source>
        <translation>Ihre Einstellungen verlangen nach jedem Anruf Nacharbeitsdaten.</translation>
    </message>
</context>
</TS>
