using System.Text.Json.Serialization;
using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class FlowMessages
{
    public static async Task FlowAsync(WhatsAppSender sender, Recipient customer)
    {
        #region flow
        await sender.SendAsync(customer, new FlowMessage("Book a table", "Book", new FlowReference.ById("31337"))
        {
            FlowToken = "visit-7",
            Action = FlowAction.NavigateWith("START", new Branch("mitte"), BookingJson.Default.Branch),
        });

        // a draft, started by the flow's own endpoint
        await sender.SendAsync(customer, new FlowMessage("Book a table", "Book", new FlowReference.ByName("booking"))
        {
            Mode = FlowMode.Draft,
            Action = new FlowAction.DataExchange(),
        });
        #endregion
    }
}

#region flow-data
internal sealed record Branch(string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Branch))]
internal sealed partial class BookingJson : JsonSerializerContext;
#endregion
