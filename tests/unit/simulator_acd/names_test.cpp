#include "tests/unit/simulator_acd/acd_fixture.h"

namespace callwright::simulator {

/// What the server asks the switch to resolve, besides agents.
class NamesOfTheWire : public AcdTest {
protected:
    std::optional<std::string> placeOf(protocol::DeviceIDType type, std::string_view id) const {
        return acd->placeOf(number(type), id);
    }
};

TEST_F(NamesOfTheWire, DevicesAreKnownByExtensionInstrumentAndDialledNumber) {
    AcdConfig config = defaultConfig();
    config.instruments.front().extension = "5101";
    start(config);
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_AGENT_DEVICE, "5101"), "3101");
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_DEVICE_IDENTIFIER, "5101"), "3101");
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_DEVICE_IDENTIFIER, "3101"), "3101");
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_ROUTE_POINT, "8001"), "8001");
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_QUEUE, "8001"), "8001");
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_QUEUE, "3101"), std::nullopt);
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_TRUNK_IDENTIFIER, "1"), std::nullopt);
    EXPECT_EQ(placeOf(DeviceIDType::DEVID_AGENT_DEVICE, "8001"), std::nullopt);
}

TEST_F(NamesOfTheWire, ACallIsKnownByAnyOfItsConnections) {
    makeReady("1001");
    const std::uint32_t call = callIn("Billing");
    const ConnectionName leg = legAt("3101");
    EXPECT_TRUE(acd->isCall(call));
    EXPECT_EQ(acd->legsOf(call, leg.device), std::vector<std::string>{leg.device}) << "nobody is told outside";
    EXPECT_EQ(acd->legsOf(call + 1, leg.device), std::nullopt);
    EXPECT_EQ(acd->legsOf(call, "L1"), std::nullopt);
    EXPECT_TRUE(acd->hangup(call));
    EXPECT_FALSE(acd->isCall(call));
    EXPECT_EQ(acd->legsOf(call, leg.device), std::nullopt);
}

} // namespace callwright::simulator
