using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of a Shopify app.</summary>
public static class ShopifyEndpointRouteBuilderExtensions
{
    /// <summary>Maps the install link and the OAuth callback.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="installPath">The app's URL, such as <c>/shopify/install</c>.</param>
    /// <param name="callbackPath">The path of the redirect address on the app's allow list, such as <c>/shopify/callback</c>.</param>
    /// <returns>The application.</returns>
    /// <exception cref="InvalidOperationException"><c>AddShopifyInstall</c> was not called.</exception>
    public static IEndpointRouteBuilder MapShopifyInstall(this IEndpointRouteBuilder endpoints, string installPath, string callbackPath)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(installPath);
        if (callbackPath is not ['/', ..])
            throw new ArgumentException("The callback path must begin with '/'.", nameof(callbackPath));
        var install = Required<InstallEndpoint>(endpoints, "AddShopifyInstall");
        var callback = Required<CallbackEndpoint>(endpoints, "AddShopifyInstall");
        endpoints.MapGet(installPath, (RequestDelegate)(context => install.InvokeAsync(context, callbackPath)));
        endpoints.MapGet(callbackPath, (RequestDelegate)(context => callback.InvokeAsync(context, callbackPath)));
        return endpoints;
    }

    /// <summary>Maps the address that receives webhooks, compliance topics included.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path, such as <c>/shopify/webhooks</c>.</param>
    /// <returns>A builder for conventions of the host's own, such as rate limits.</returns>
    /// <exception cref="InvalidOperationException"><c>AddShopifyWebhooks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapShopifyWebhooks(this IEndpointRouteBuilder endpoints, string path)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return endpoints.MapPost(path, (RequestDelegate)Required<WebhookEndpoint>(endpoints, "AddShopifyWebhooks").InvokeAsync);
    }

    private static T Required<T>(IEndpointRouteBuilder endpoints, string forgotten)
        where T : class =>
        endpoints.ServiceProvider.GetService<T>()
        ?? throw new InvalidOperationException($"Call services.{forgotten}<THandler>() before mapping these endpoints.");
}
