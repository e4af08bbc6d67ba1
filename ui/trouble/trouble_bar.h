#pragma once

#include <QFrame>
#include <QString>

#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace callwright {

/// What went wrong, in the user's words.
struct Trouble {
    QString what;    ///< what happened
    QString doing;   ///< what it means and what is being done
    QString details; ///< codes, for whoever is asked for help; empty: none
    bool canRetry = false;
    bool canDismiss = false;
    friend bool operator==(const Trouble&, const Trouble&) = default;
};

/// The bar under the toolbar; there only while there is something to say. Never a modal box.
class TroubleBar final : public QFrame {
    Q_OBJECT
public:
    explicit TroubleBar(QWidget* parent = nullptr);

    /// Trouble with the connection goes before, and stays until it is over.
    void setConnectionTrouble(const std::optional<Trouble>& trouble);
    /// A request that failed. The newest shows, earlier ones can be paged to; nullopt forgets them all, as the next
    /// request that is sent does.
    void setRequestTrouble(const std::optional<Trouble>& trouble);
    void withdrawRequestTrouble(const Trouble& trouble); ///< it turned out to be none

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    const Trouble* shown() const;
    void page(int by);
    void dismiss();
    void copy();
    void refresh();
    void refreshPages();
    QToolButton* makeButton(const char* name, const QString& text, const QString& icon);

    QLabel* m_icon;
    QLabel* m_what;
    QLabel* m_doing;
    QLabel* m_detailsText;
    QLabel* m_place;
    QToolButton* m_earlier;
    QToolButton* m_later;
    QToolButton* m_retry;
    QToolButton* m_copy;
    QToolButton* m_details;
    QToolButton* m_dismiss;
    std::optional<Trouble> m_connection;
    std::vector<Trouble> m_requests; // the newest last
    std::size_t m_at = 0;            // the one that shows
};

} // namespace callwright
