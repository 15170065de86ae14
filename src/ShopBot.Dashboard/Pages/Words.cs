using System.Globalization;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Storage;

namespace ShopBot.Dashboard.Pages;

/// <summary>How times, states and kinds read on a page.</summary>
internal static class Words
{
    public static string Ago(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } span => $"{(int)span.TotalMinutes} min ago",
        { TotalDays: < 1 } span => $"{(int)span.TotalHours} h ago",
        { TotalDays: < 7 } span => $"{(int)span.TotalDays} d ago",
        _ => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
    };

    public static string Stamp(DateTimeOffset at) => at.ToString("d MMM, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Control(DeskConversation conversation) => conversation switch
    {
        { OptedOut: true } => "Opted out",
        { Control: LaneControl.Human } => "With you",
        { Control: LaneControl.Muted } => "Muted",
        _ => "Bot",
    };

    public static string ControlTone(DeskConversation conversation) => conversation switch
    {
        { Control: LaneControl.Human } => "human",
        { Control: LaneControl.Muted } => "muted",
        _ => "bot",
    };

    public static string Preview(DeskMessage? message) => message switch
    {
        null => "Nothing is kept of it any more",
        { Text.Length: > 0 and var length } => (message.Speaker is DeskSpeaker.Bot ? "Bot: " : message.Speaker is DeskSpeaker.Person ? "You: " : "") + OneLine(message.Text, length),
        { Speaker: DeskSpeaker.System } => Happened(message.Kind),
        _ => Kind(message.Kind),
    };

    public static string Kind(string kind) => kind switch
    {
        "image" => "Picture",
        "video" => "Video",
        "audio" => "Voice note or sound",
        "document" => "Document",
        "sticker" => "Sticker",
        "location" => "Place",
        "contacts" => "Contact card",
        "order" => "Order from the catalogue",
        "reaction" => "Reaction",
        "interactive" or "button" => "Choice",
        "unreadable" => "This message cannot be read any more",
        _ => kind,
    };

    public static string Happened(string kind) => kind switch
    {
        "conversation.control.human" => "A person of the store took over",
        "conversation.control.bot" => "Handed back to the bot",
        "conversation.control.muted" => "Muted",
        "conversation.reply" => "A reply of the store could not be sent",
        "whatsapp.echo" => "Answered from the phone app",
        "order.paid" => "An order was paid",
        "order.shipped" => "News of a parcel",
        "timer" => "A reminder was due",
        _ => kind.Replace('.', ' ').Replace('_', ' '),
    };

    public static (string Text, string Tone) Delivery(DeskMessage message) => message switch
    {
        { State: SendState.Rejected } => (message.ErrorCode is { } code ? $"not sent ({code.ToString(CultureInfo.InvariantCulture)})" : "not sent", "bad"),
        { State: SendState.Uncertain } => ("nobody knows whether it was sent", "warn"),
        { Delivery: DeliveryStatus.Failed } => (message.ErrorCode is { } code ? $"not delivered ({code.ToString(CultureInfo.InvariantCulture)})" : "not delivered", "bad"),
        { Delivery: DeliveryStatus.Read or DeliveryStatus.Played } => ("read", "read"),
        { Delivery: DeliveryStatus.Delivered } => ("delivered", "ok"),
        { State: SendState.Sent } => ("sent", "ok"),
        { State: SendState.Unknown } => ("waiting for WhatsApp", "warn"),
        _ => ("on its way", "ok"),
    };

    private static string OneLine(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        return length > 120 ? line[..120] + "…" : line;
    }
}
