#include "ui/dial/recent_numbers.h"

#include "ui/text/state_text.h"

namespace callwright {

namespace {

QStringList usable(const QStringList& kept) {
    QStringList numbers;
    for (const QString& entry : kept) {
        const QString number = dialable(entry);
        if (!number.isEmpty() && !numbers.contains(number) && numbers.size() < RecentNumbers::most)
            numbers += number;
    }
    return numbers;
}

} // namespace

RecentNumbers::RecentNumbers(RecentNumberStore& store, QObject* parent) : QStringListModel(parent), m_store(store) {}

void RecentNumbers::setUser(const QString& user) {
    if (user == m_user)
        return;
    m_user = user;
    setStringList(user.isEmpty() ? QStringList() : usable(m_store.load(user)));
}

void RecentNumbers::add(const QString& number) {
    setStringList(usable(QStringList(number) + stringList()));
    if (!m_user.isEmpty())
        m_store.save(m_user, stringList());
}

} // namespace callwright
