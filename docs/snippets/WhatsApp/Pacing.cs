using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace Snippets.WhatsApp;

internal static class Pacing
{
    public static void Options(IServiceCollection services)
    {
        #region options
        services.AddWhatsAppClient(options =>
        {
            options.Pacing.Mode = WhatsAppPacingMode.Wait;
            options.Pacing.MaxWait = TimeSpan.FromSeconds(10);
        });
        #endregion

        #region shared
        services.AddSingleton<WhatsAppRateLimiter, SharedCounters>();
        #endregion
    }

    public static async Task ThrowAsync(WhatsAppSender sender, Recipient customer, Action<TimeSpan> later, CancellationToken cancellationToken)
    {
        #region throw
        try
        {
            await sender.SendAsync(
                customer, new TextMessage("Your parcel is on its way."), new SendOptions { Pacing = WhatsAppPacingMode.Throw }, cancellationToken);
        }
        catch (WhatsAppPacedException paced)
        {
            later(paced.RetryAfter);
        }
        #endregion
    }

    public static void Learn(WhatsAppClient client, ReadOnlySpan<byte> body)
    {
        #region learn
        foreach (WebhookChange change in WebhookReader.Skim(body))
            client.Pacer.Observe(change);
        foreach (WebhookEvent received in WebhookReader.Read(body))
            client.Pacer.Observe(received);
        #endregion
    }

    public abstract class SharedCounters : WhatsAppRateLimiter;
}
