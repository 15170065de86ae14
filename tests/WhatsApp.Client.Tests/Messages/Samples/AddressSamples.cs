namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class AddressSamples
{
    private static readonly AddressFields Full = new()
    {
        Name = "Mira", PhoneNumber = "+911555000111", InPinCode = "400063", HouseNumber = "12", FloorNumber = "3", TowerNumber = "B",
        BuildingName = "Rose Garden", Address = "Mill Road", LandmarkArea = "Near the lake", City = "Mumbai", State = "Maharashtra",
    };

    private const string FullJson =
        """
        {"name":"Mira","phone_number":"+911555000111","in_pin_code":"400063","house_number":"12","floor_number":"3","tower_number":"B",
         "building_name":"Rose Garden","address":"Mill Road","landmark_area":"Near the lake","city":"Mumbai","state":"Maharashtra"}
        """;

    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new AddressMessage("Where shall we deliver?", "IN"),
            """{"type":"address_message","body":{"text":"Where shall we deliver?"},"action":{"name":"address_message","parameters":{"country":"IN"}}}"""),
        Sample.Interactive(
            new AddressMessage("Where shall we deliver?", "IN")
            {
                Header = new MessageHeader.Text("Delivery"),
                Footer = "Free above 500 INR",
                Values = Full,
                SavedAddresses = [new("home", Full), new("work", new() { City = "Pune" })],
                ValidationErrors = new() { InPinCode = "We do not deliver there.", City = "Unknown city" },
            },
            """
            {"type":"address_message","header":{"type":"text","text":"Delivery"},"body":{"text":"Where shall we deliver?"},"footer":{"text":"Free above 500 INR"},
             "action":{"name":"address_message","parameters":{"country":"IN","values":FULL,
              "saved_addresses":[{"id":"home","value":FULL},{"id":"work","value":{"city":"Pune"}}],
              "validation_errors":{"in_pin_code":"We do not deliver there.","city":"Unknown city"}}}}
            """.Replace("FULL", FullJson, StringComparison.Ordinal)),
    ];
}
