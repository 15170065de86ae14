using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.Webhooks;

namespace Snippets.WhatsApp;

internal static class Receiving
{
    public static async Task ReadAsync(WhatsAppSender sender, MessageReceived message, CancellationToken cancellationToken)
    {
        #region read
        await sender.MarkReadAsync(message.Id, showTyping: true, cancellationToken);
        #endregion
    }

    public static void FiveLines(string[] args)
    {
        #region five-lines
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddWhatsAppBot(builder.Configuration.GetSection("WhatsApp"), (message, token) => message.ReplyAsync(new TextMessage("Good day!"), token));
        var app = builder.Build();
        app.MapWhatsAppWebhook("/whatsapp/webhook");
        app.Run();
        #endregion
    }

    public static void Bytes(byte[] body, string? header, string appSecret, ISet<string> seen)
    {
        #region bytes
        if (WebhookSignature.Verify(body, header, [appSecret]) != WebhookSignatureResult.Valid)
            return; // answer 401

        foreach (var occurred in WebhookReader.Read(body))
        {
            if (!seen.Add(occurred.DeduplicationKey))
                continue;
            switch (occurred)
            {
                case TextReceived text:
                    Answer(text.From, text.Body);
                    break;
                case ButtonReplyReceived tap:
                    Answer(tap.From, tap.ReplyId);
                    break;
                case StatusReceived { Status.Value: "failed" } failed:
                    Report(failed.MessageId, failed.Errors);
                    break;
                case UserPreferenceChanged change when change.Value == PreferenceValue.Stop:
                    StopAdvertising(change.User);
                    break;
                case MalformedEvent malformed:
                    Count(malformed.Reason);
                    break;
            }
        }
        #endregion
    }

    public static bool Window(WebhookEvent[] eventsOfOneCustomer, TimeProvider time)
    {
        #region window
        var window = default(CustomerServiceWindow);
        foreach (var occurred in eventsOfOneCustomer)
            window = window.After(occurred);

        bool freeForm = window.IsOpen(time.GetUtcNow());
        DateTimeOffset? until = window.FreeFormUntil();
        #endregion
        return freeForm && until is not null;
    }

    private static void Answer(MessageSender to, string text)
    {
    }

    private static void Report(MessageId id, IReadOnlyList<WebhookError> errors)
    {
    }

    private static void StopAdvertising(MessageSender user)
    {
    }

    private static void Count(string reason)
    {
    }
}

#region handler
internal sealed class TenantWebhooks(ITenants tenants, IInbox inbox) : IWhatsAppWebhookHandler
{
    public ValueTask<bool> IsVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken) =>
        tenants.HasVerifyTokenAsync(verifyToken, cancellationToken);

    // by number, or by account where a change names no number
    public async ValueTask<WebhookRoute> FindRouteAsync(WebhookChange change, CancellationToken cancellationToken) =>
        await tenants.FindAsync(change.PhoneNumberId, change.EntryId, cancellationToken) is { } tenant
            ? new WebhookRoute(tenant.AppSecrets, tenant)
            : WebhookRoute.Unknown;

    // keep the events safe, then return: 200 is sent after this
    public async ValueTask HandleAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        await inbox.StoreAsync(delivery.Events, cancellationToken);
}
#endregion

internal sealed record Tenant(IReadOnlyList<string> AppSecrets);

internal interface ITenants
{
    ValueTask<bool> HasVerifyTokenAsync(string verifyToken, CancellationToken cancellationToken);

    ValueTask<Tenant?> FindAsync(PhoneNumberId? number, string account, CancellationToken cancellationToken);
}

internal interface IInbox
{
    Task StoreAsync(IReadOnlyList<RoutedEvent> events, CancellationToken cancellationToken);
}
