using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsApp.Client.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what answers WhatsApp Flows.</summary>
public static class WhatsAppFlowServiceCollectionExtensions
{
    /// <summary>Adds the handler that answers flows; one is made per request.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <param name="services">Where to add it.</param>
    public static IServiceCollection AddWhatsAppFlows<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(this IServiceCollection services)
        where THandler : class, IWhatsAppFlowHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddScoped<IWhatsAppFlowHandler, THandler>();
        services.TryAddSingleton<FlowEndpoint>();
        return services;
    }
}
