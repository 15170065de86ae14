using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace Shopify.Client.AspNetCore;

/// <summary>Bytes in, signature checked over exactly those bytes, then the host's handler. No token and no tenant is looked up before that.</summary>
internal sealed partial class WebhookEndpoint(IOptions<ShopifyAppOptions> app, ILogger<WebhookEndpoint> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.StatusCode = await HandleAsync(context).ConfigureAwait(false);
    }

    private async Task<int> HandleAsync(HttpContext context)
    {
        var body = await ReadAsync(context).ConfigureAwait(false);
        if (body is not { } bytes)
            return StatusCodes.Status413PayloadTooLarge;
        var headers = ShopifyWebhookHeaders.Read(name => context.Request.Headers[name]);
        if (headers.HmacSha256 is null)
            return StatusCodes.Status401Unauthorized;
        if (bytes.IsEmpty)
            return StatusCodes.Status400BadRequest;
        // App review tests that a wrong signature answers exactly 401.
        if (!ShopifyWebhookSignature.Verify(bytes.Span, headers.HmacSha256, app.Value.GetSecrets()))
            return StatusCodes.Status401Unauthorized;
        if (headers.Topic is null || !ShopDomain.TryParse(headers.ShopDomain, out var shop))
            return StatusCodes.Status400BadRequest;
        return await DeliverAsync(context, new ShopifyWebhook
        {
            Topic = headers.Topic,
            ShopDomain = shop,
            WebhookId = headers.WebhookId,
            EventId = headers.EventId,
            TriggeredAt = headers.TriggeredAt,
            ApiVersion = headers.ApiVersion,
            SubscriptionName = headers.SubscriptionName,
            IsTest = headers.IsTest,
            Body = bytes,
        }).ConfigureAwait(false);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        try
        {
            return await WebhookBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private async Task<int> DeliverAsync(HttpContext context, ShopifyWebhook webhook)
    {
        try
        {
            var handler = context.RequestServices.GetRequiredService<IShopifyWebhookHandler>();
            await handler.HandleAsync(webhook, context.RequestAborted).ConfigureAwait(false);
            return StatusCodes.Status200OK;
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The edge: whatever the handler threw, Shopify keeps the delivery and sends it again.
            Log.HandlerFailed(logger, webhook.Topic, webhook.ShopDomain.Value, failure);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The webhook handler failed for {Topic} of {Shop}; Shopify will send it again")]
        public static partial void HandlerFailed(ILogger logger, string topic, string shop, Exception failure);
    }
}
