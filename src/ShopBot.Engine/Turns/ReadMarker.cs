using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Engine.Turns;

/// <summary>Marks the customer's message read and shows "typing", as a courtesy: nothing waits for it and a failure is of no consequence.</summary>
internal sealed class ReadMarker(WhatsAppClient client, IOptions<ShopBotOptions> options, TimeProvider time)
{
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1);

    /// <summary>Disposed when the turn ends; a sign that was not sent by then is not sent any more.</summary>
    public IDisposable? Begin(Store store, TurnEvent occurred)
    {
        if (options.Value.ReadReceipts == ReadReceipts.Never || occurred is not MessageTurn { Message: var message }
            || store is not { PhoneNumberId: { } number, WhatsApp.AccessToken: var token })
            return null;

        var sender = client.For(new WhatsAppAccount(new PhoneNumberId(number), token));
        if (options.Value.ReadReceipts == ReadReceipts.Always)
        {
            _ = MarkAsync(sender, message.Id);
            return null;
        }

        return time.CreateTimer(_ => _ = MarkAsync(sender, message.Id), null, SlowAfter, Timeout.InfiniteTimeSpan);
    }

    private static async Task MarkAsync(WhatsAppSender sender, MessageId message)
    {
        try
        {
            await sender.MarkReadAsync(message, showTyping: true).ConfigureAwait(false);
        }
        catch (WhatsAppException)
        {
            // A courtesy; the client has its own deadline and counts its failures.
        }
    }
}
