using System.Text;
using System.Text.Json;
using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class OwnMessages
{
    public static async Task RawAsync(WhatsAppSender sender, Recipient customer)
    {
        #region raw
        var json = Encoding.UTF8.GetBytes("""{"type":"hologram","hologram":{"id":"900100"}}""");
        await sender.SendAsync(customer, new RawMessage("hologram", json));
        #endregion
    }

    public static async Task OwnAsync(WhatsAppSender sender, Recipient customer)
    {
        #region send-own
        await sender.SendAsync(customer, new HologramMessage("900100") { Caption = "Turn me" });
        #endregion
    }

    public static async Task FaultsAsync(WhatsAppSender sender, Recipient customer, OutgoingMessage message)
    {
        #region faults
        try
        {
            await sender.SendAsync(customer, message);
        }
        catch (InvalidMessageException exception)
        {
            // every fault at once, and no text of the message in it: "interactive.action.buttons[0].reply.title: TooLong (24, limit 20)"
            foreach (MessageFault fault in exception.Faults)
                Report(fault.Path, fault.Kind, fault.Limit, fault.Actual);
        }

        // without sending
        bool fits = message.Validate().Count == 0;

        // the platform takes more than this version knows
        await sender.SendAsync(customer, message, new SendOptions { Validate = false });
        #endregion

        static void Report(string path, MessageFaultKind kind, int? limit, int? actual)
        {
        }
    }
}

#region own
internal sealed record HologramMessage(string MediaId) : OutgoingMessage
{
    public string? Caption { get; init; }

    public override string Type => "hologram";

    protected override void Check(MessageChecks checks)
    {
        checks.Required("hologram.id", MediaId, max: 100);
        checks.Optional("hologram.caption", Caption, max: 1024);
    }

    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type", Type);
        writer.WriteStartObject("hologram");
        writer.WriteString("id", MediaId);
        if (Caption is not null)
            writer.WriteString("caption", Caption);
        writer.WriteEndObject();
    }
}
#endregion
