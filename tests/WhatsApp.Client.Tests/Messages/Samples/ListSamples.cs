namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class ListSamples
{
    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new ListMessage("When shall we come?", "Pick a slot",
                [new ListSection("Tomorrow", [new("slot:am", "Morning", "8-12 h"), new("slot:pm", "Afternoon")]), new ListSection("Later", [new("ask", "Ask me")])])
            {
                Header = "Delivery",
                Footer = "Free above 30 EUR",
            },
            """
            {"type":"list","header":{"type":"text","text":"Delivery"},"body":{"text":"When shall we come?"},"footer":{"text":"Free above 30 EUR"},
             "action":{"button":"Pick a slot","sections":[
              {"title":"Tomorrow","rows":[{"id":"slot:am","title":"Morning","description":"8-12 h"},{"id":"slot:pm","title":"Afternoon"}]},
              {"title":"Later","rows":[{"id":"ask","title":"Ask me"}]}]}}
            """),
        Sample.Interactive(
            new ListMessage("Choose", "Open", [new ListSection(null, [new("1", "One")])]),
            """{"type":"list","body":{"text":"Choose"},"action":{"button":"Open","sections":[{"rows":[{"id":"1","title":"One"}]}]}}"""),
    ];
}
