using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>One number, one function. Messages are handled in order before the webhook is answered.</summary>
internal sealed partial class BotWebhookHandler(
    IOptions<WhatsAppBotOptions> options, WhatsAppClient client, IncomingMessageHandler onMessage, RecentKeys recent, ILogger<BotWebhookHandler> logger)
    : IWhatsAppWebhookHandler
{
    private readonly WhatsAppBotOptions _options = options.Value;

    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken) =>
        new(CryptographicOperations.FixedTimeEquals(Hash(verifyToken), Hash(_options.VerifyToken)));

    public ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken) =>
        new(change.PhoneNumberId is { } number && number.Value != _options.PhoneNumberId ? WebhookRoute.Unknown : new WebhookRoute([_options.AppSecret]));

    public async ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var sender = client.For(new WhatsAppAccount(new PhoneNumberId(_options.PhoneNumberId), _options.AccessToken));
        foreach (var routed in delivery.Events)
        {
            if (routed.Event is not MessageReceived message || !recent.Add(message.DeduplicationKey))
                continue;
            try
            {
                await onMessage(new IncomingMessage(message, sender), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One message's failure must not cost the others of the batch, nor repeat those already answered.
                Log.MessageFailed(logger, message.Id, exception);
            }
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handling message {MessageId} failed.")]
        public static partial void MessageFailed(ILogger logger, MessageId messageId, Exception exception);
    }
}
