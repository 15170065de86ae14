using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the data-exchange endpoint of WhatsApp Flows.</summary>
public static class WhatsAppFlowEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the address that flows exchange data with. It is anonymous: a signature and encryption take the place of a login.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/flows/guides/implementingyourflowendpoint">flow endpoint</see>.
    /// </summary>
    /// <param name="endpoints">Where to map.</param>
    /// <param name="path">The path, such as <c>/whatsapp/flow/{store}</c>.</param>
    /// <exception cref="InvalidOperationException"><c>AddWhatsAppFlows</c> was not called.</exception>
    public static IEndpointConventionBuilder MapWhatsAppFlow(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var endpoint = endpoints.ServiceProvider.GetService<FlowEndpoint>()
            ?? throw new InvalidOperationException("Call services.AddWhatsAppFlows<THandler>() before MapWhatsAppFlow.");
        RequestDelegate invoke = endpoint.InvokeAsync;
        return endpoints.MapMethods(path, [HttpMethods.Post], invoke).WithDisplayName("WhatsApp flow").AllowAnonymous();
    }
}
