using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class SendOptionsSnippets
{
    public static async Task SendAsync(WhatsAppSender sender, Recipient customer, MessageId question, CancellationToken cancellationToken)
    {
        #region options
        var options = new SendOptions
        {
            ReplyTo = question,                          // quotes the customer's message
            BizOpaqueCallbackData = "order-1001/packed", // comes back with every status of this message
        };
        await sender.SendAsync(customer, new TextMessage("It is packed."), options, cancellationToken);
        #endregion

        #region direct-send
        var packed = new TextMessage("Your order 1001 is packed and leaves today.");
        var utility = new SendOptions { DirectSend = new DirectSend(DirectSendCategory.Utility) { TimeToLive = TimeSpan.FromHours(6) } };
        await sender.SendAsync(customer, packed, utility, cancellationToken);
        #endregion
    }
}
