using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsApp.Client;
using WhatsApp.Client.Accounts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers where <see cref="WhatsAppClient.For(PhoneNumberId)"/> finds accounts. The first registration wins.</summary>
public static class WhatsAppAccountSourceServiceCollectionExtensions
{
    /// <summary>Adds a source as a singleton.</summary>
    /// <typeparam name="TSource">The source; it opens a scope of its own for scoped services.</typeparam>
    /// <param name="services">Where to add it.</param>
    public static IServiceCollection AddWhatsAppAccountSource<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource>(
        this IServiceCollection services)
        where TSource : class, IWhatsAppAccountSource
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IWhatsAppAccountSource, TSource>();
        return services;
    }

    /// <summary>Adds a function as a source.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="find">The account of a number, or null when there is none; its first argument is the application's services.</param>
    public static IServiceCollection AddWhatsAppAccountSource(
        this IServiceCollection services, Func<IServiceProvider, PhoneNumberId, CancellationToken, ValueTask<WhatsAppAccount?>> find)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(find);
        services.TryAddSingleton<IWhatsAppAccountSource>(
            provider => new DelegateAccountSource((number, cancellationToken) => find(provider, number, cancellationToken)));
        return services;
    }
}
