using System.Globalization;
using System.Text;
using WhatsApp.Client;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>A question with three buttons, as the platform takes it and answers it.</summary>
internal static class SendBodies
{
    public const string AnswerJson =
        """{"messaging_product":"whatsapp","contacts":[{"input":"+4915550001111","wa_id":"4915550001111"}],"messages":[{"id":"wamid.HBgNNDkxNTU1MDAwMTExMRUCABEYEjkxQkU0QzZCRkQ4QzVFNkE3MgA="}]}""";

    public static byte[] Request { get; } = Encoding.UTF8.GetBytes(
        """
        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+4915550001111","biz_opaque_callback_data":"0198f3b2a7c84e2e","type":"interactive","interactive":{"type":"button","body":{"text":"Your order 1001 is packed. What shall we do with it?"},"action":{"buttons":[{"type":"reply","reply":{"id":"send:1001","title":"Send it"}},{"type":"reply","reply":{"id":"keep:1001","title":"Keep it"}},{"type":"reply","reply":{"id":"talk:1001","title":"Talk to us"}}]}}}
        """);

    /// <summary>The whole HTTP answer.</summary>
    public static byte[] Answer { get; } = Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(AnswerJson)}\r\n\r\n{AnswerJson}"));

    public static ReplyButtonsMessage Buttons() => new(
        "Your order 1001 is packed. What shall we do with it?",
        [new("send:1001", "Send it"), new("keep:1001", "Keep it"), new("talk:1001", "Talk to us")]);
}
