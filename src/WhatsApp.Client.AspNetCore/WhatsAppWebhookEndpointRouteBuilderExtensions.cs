using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the webhook of the WhatsApp Business Cloud API.</summary>
public static class WhatsAppWebhookEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the verification handshake (GET) and deliveries (POST). Both are anonymous: a verify token and a signature take the place of a login.
    /// See <see href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">webhooks</see>.
    /// </summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="path">The path of the callback address, such as <c>/whatsapp/webhook</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddWhatsAppWebhooks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapWhatsAppWebhook(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var endpoint = endpoints.ServiceProvider.GetService<WebhookEndpoint>()
            ?? throw new InvalidOperationException("Call services.AddWhatsAppWebhooks(…) before MapWhatsAppWebhook.");
        RequestDelegate invoke = endpoint.InvokeAsync;
        return endpoints.MapMethods(path, [HttpMethods.Get, HttpMethods.Post], invoke)
            .WithDisplayName("WhatsApp webhook")
            .AllowAnonymous();
    }
}
