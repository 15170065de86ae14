using Microsoft.Extensions.Logging;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Events;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Events;
using Shopify.Client;

namespace ShopBot.Shopify.Consent;

/// <summary>
/// Writes what customers say about marketing into Shopify, where the merchant and other apps see it: what they told the shop, and STOP. START alone agrees to no marketing there. A number
/// that is no customer of the shop has nowhere to be written.
/// </summary>
internal sealed partial class ConsentMirror(StoreRegistry stores, CustomerDirectory customers, ShopifyClient client, ShopifySessions sessions, ILogger<ConsentMirror> logger) : IDomainEventHandler
{
    public async ValueTask HandleAsync(DomainEvent occurred, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(occurred);
        if (Read(occurred) is not var (given, at) || await stores.FindAsync(occurred.Store, cancellationToken).ConfigureAwait(false) is not { } store
            || await customers.PhoneOfAsync(store, occurred.Customer, cancellationToken).ConfigureAwait(false) is not { } phone)
        {
            return;
        }

        try
        {
            var admin = client.Admin(await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false));
            if (await admin.GetCustomerByPhoneAsync(phone, cancellationToken).ConfigureAwait(false) is not { } customer)
                return;
            if (await admin.SetWhatsAppConsentAsync(customer.Id, given, at, cancellationToken).ConfigureAwait(false) is { Count: > 0 })
                Log.Refused(logger, store.Id, null);
        }
        catch (Exception refused) when (refused is ShopNotConnectedException or ShopifyAccountException or ShopifyAuthenticationException or ShopifyGraphQLException or ArgumentException)
        {
            // Repeating it changes nothing: the app may not, or the shop has left.
            Log.Refused(logger, store.Id, refused);
        }
    }

    private static (bool Given, DateTimeOffset At)? Read(DomainEvent occurred) => occurred.Kind switch
    {
        MarketingConsentChanged.Kind when occurred.Read(ConsentJson.Default.MarketingConsentChanged) is { } told => (told.Given, told.At),
        ConversationEvents.ConsentChanged when occurred.Read(ConsentJson.Default.ConsentChanged) is { OptedOut: true } => (false, occurred.RecordedAt),
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 2401, Level = LogLevel.Warning, Message = "Store {Store}: a customer's consent could not be written to Shopify.")]
        public static partial void Refused(ILogger logger, StoreId store, Exception? exception);
    }
}

/// <summary>Says that the mirror is registered.</summary>
internal sealed class ConsentMirrorMark;
