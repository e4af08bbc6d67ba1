#pragma once

#include "cil/settings/settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace callwright {

class FileField;

/// The part of the sign-in that few people ever need: the server of side B, and how the connection is secured.
class SecurityForm final : public QWidget {
    Q_OBJECT
public:
    explicit SecurityForm(QWidget* parent);

    void setProfile(const ConnectionProfile& profile);
    void fill(ConnectionProfile& profile) const; ///< side B and how it is secured; side A's port decides nothing here
    bool isSecured() const;
    /// What is missing or wrong, as a sentence; empty: nothing.
    QString problem() const;
    void setLocked(bool isLocked); ///< what a profile of the administrator says cannot be changed
    QString keyPassPhrase() const;
    void setKeyPassPhrase(const QString& phrase);

Q_SIGNALS:
    void changed();
    void securedChanged(bool isSecured);

private:
    enum class Trust { Computer, Authorities, Certificate };

    FileField* addFile(const char* name, const QString& label, const QString& what);
    Trust trust() const;
    void gate();

    QFormLayout* m_form;
    QLineEdit* m_sideB;
    QCheckBox* m_secured;
    QComboBox* m_trust;
    FileField* m_caFile;
    FileField* m_pin;
    FileField* m_certificate;
    FileField* m_key;
    QLineEdit* m_phrase;
    bool m_isLocked = false;
};

/// The text of a server field after the connection has been secured or not: a usual port becomes the other usual one.
QString withUsualPort(const QString& server, bool isSideB, bool isSecured);

} // namespace callwright
