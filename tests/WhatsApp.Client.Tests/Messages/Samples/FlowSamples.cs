using System.Text.Json.Serialization;

namespace WhatsApp.Client.Tests.Messages.Samples;

internal static partial class FlowSamples
{
    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new FlowMessage("Book a table", "Book", new FlowReference.ById("31337"))
            {
                FlowToken = "tok-7",
                Mode = FlowMode.Published,
                Action = FlowAction.NavigateWith("START", new StartData("mitte"), FlowJson.Default.StartData),
            },
            """
            {"type":"flow","body":{"text":"Book a table"},"action":{"name":"flow","parameters":{
             "flow_message_version":"3","flow_id":"31337","flow_cta":"Book","flow_token":"tok-7","mode":"published",
             "flow_action":"navigate","flow_action_payload":{"screen":"START","data":{"branch":"mitte"}}}}}
            """),
        Sample.Interactive(
            new FlowMessage("Book a table", "Book", new FlowReference.ByName("booking")),
            """
            {"type":"flow","body":{"text":"Book a table"},"action":{"name":"flow","parameters":{
             "flow_message_version":"3","flow_name":"booking","flow_cta":"Book"}}}
            """),
        Sample.Interactive(
            new FlowMessage("Book a table", "Book", new FlowReference.ByName("booking"))
            {
                Header = new MessageHeader.Text("Tables"),
                Footer = "Until ten",
                Mode = FlowMode.Draft,
                Action = new FlowAction.DataExchange(),
            },
            """
            {"type":"flow","header":{"type":"text","text":"Tables"},"body":{"text":"Book a table"},"footer":{"text":"Until ten"},
             "action":{"name":"flow","parameters":{"flow_message_version":"3","flow_name":"booking","flow_cta":"Book","mode":"draft","flow_action":"data_exchange"}}}
            """),
        Sample.Interactive(
            new FlowMessage("Book a table", "Book", new FlowReference.ById("31337")) { Action = new FlowAction.Navigate("START") },
            """
            {"type":"flow","body":{"text":"Book a table"},"action":{"name":"flow","parameters":{
             "flow_message_version":"3","flow_id":"31337","flow_cta":"Book","flow_action":"navigate","flow_action_payload":{"screen":"START"}}}}
            """),
    ];

    internal sealed record StartData(string Branch);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(StartData))]
    internal sealed partial class FlowJson : JsonSerializerContext;
}
