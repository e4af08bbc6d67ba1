#pragma once

#include "cil/events/arguments.h"
#include "cil/objects/cil_error.h"

#include <QObject>
#include <QString>

#include <cstdint>

namespace callwright {

class SessionCore;

/// One skill group, from the first time its statistics are asked for.
class SkillGroup : public QObject {
    Q_OBJECT
public:
    SkillGroup(SessionCore& session, std::uint32_t peripheralId, std::uint32_t number);

    QString uniqueObjectId() const; ///< skillgroup.<PeripheralID>.<SkillGroupNumber>
    std::uint32_t number() const { return m_number; }
    QString name() const;                                        ///< empty: nobody knows it
    Arguments statistics() const;                                ///< the last ones; a figure of 0xFFFFFFFF is not known
    const Arguments& properties() const { return m_properties; } ///< every property under its keyword

    CilResult enableSkillGroupStatistics(); ///< OnSkillGroupStatisticsUpdated, again and again
    CilResult disableSkillGroupStatistics();

private:
    friend class Statistics;
    SessionCore& m_session;
    std::uint32_t m_number;
    Arguments m_properties;
};

} // namespace callwright
