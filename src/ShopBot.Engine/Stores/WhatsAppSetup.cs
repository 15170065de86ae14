using System.Globalization;
using ShopBot.Engine.Storage;
using WhatsApp.Client;

namespace ShopBot.Engine.Stores;

/// <summary>
/// Takes a store owner's WhatsApp settings: checks them, proves with a live read that the token reaches the number, claims the number for
/// this store, and subscribes the app to its webhooks.
/// </summary>
public sealed class WhatsAppSetup
{
    private const int MaxWelcome = 1024;
    private const int MaxSecret = 1000;
    private readonly StoreRegistry _stores;
    private readonly WhatsAppClient _client;
    private readonly ShopBotOptions _options;

    internal WhatsAppSetup(StoreRegistry stores, WhatsAppClient client, ShopBotOptions options)
    {
        _stores = stores;
        _client = client;
        _options = options;
    }

    /// <summary>Saves the settings, or says why not.</summary>
    /// <param name="shopDomain">The owner's shop.</param>
    /// <param name="settings">What was entered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WhatsAppSetupResult> ApplyAsync(string shopDomain, WhatsAppSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var store = await _stores.ReadByShopDomainAsync(shopDomain, cancellationToken).ConfigureAwait(false);
        if (store is null)
            return Refused(new SetupFault("", "This shop has not installed the app: install it from Shopify first."));

        var entered = Trim(settings);
        var credentials = Merge(entered, store.WhatsApp);
        var faults = Check(entered, credentials);
        if (faults.Count > 0)
            return new WhatsAppSetupResult(false, faults, []);

        var warnings = new List<string>();
        if (entered.Enabled)
        {
            var sender = _client.For(new WhatsAppAccount(new PhoneNumberId(entered.PhoneNumberId!), credentials!.AccessToken));
            if (await ReadNumberAsync(sender, entered.PhoneNumberId!, cancellationToken).ConfigureAwait(false) is { } fault)
                return Refused(fault);
            var (result, _) = await _stores.SaveWhatsAppAsync(shopDomain, entered, credentials, cancellationToken).ConfigureAwait(false);
            if (result != SaveStoreResult.Saved)
                return Refused(NotSaved(result));
            if (await SubscribeAsync(sender, entered.BusinessAccountId, cancellationToken).ConfigureAwait(false) is { } warning)
                warnings.Add(warning);
            return new WhatsAppSetupResult(true, [], warnings);
        }

        var (saved, _) = await _stores.SaveWhatsAppAsync(shopDomain, entered, credentials, cancellationToken).ConfigureAwait(false);
        return saved == SaveStoreResult.Saved ? new WhatsAppSetupResult(true, [], warnings) : Refused(NotSaved(saved));
    }

    private List<SetupFault> Check(WhatsAppSettings entered, WhatsAppCredentials? credentials)
    {
        var faults = new List<SetupFault>();
        CheckId(faults, nameof(WhatsAppSettings.PhoneNumberId), entered.PhoneNumberId, "phone number id", required: entered.Enabled);
        CheckId(faults, nameof(WhatsAppSettings.BusinessAccountId), entered.BusinessAccountId, "WhatsApp Business Account id", required: false);
        if (entered.WelcomeMessage is { Length: > MaxWelcome } welcome)
            faults.Add(new SetupFault(nameof(WhatsAppSettings.WelcomeMessage), $"The welcome message has {welcome.Length} characters; WhatsApp takes {MaxWelcome}."));
        CheckSecret(faults, nameof(WhatsAppSettings.AccessToken), entered.AccessToken, "access token");
        if (entered.VerifyToken is { Length: > MaxSecret })
            faults.Add(new SetupFault(nameof(WhatsAppSettings.VerifyToken), $"The verify token has at most {MaxSecret} characters."));
        CheckSecret(faults, nameof(WhatsAppSettings.AppSecret), entered.AppSecret, "app secret");
        if (!entered.Enabled)
            return faults;
        if (credentials is null)
            faults.Add(new SetupFault(nameof(WhatsAppSettings.AccessToken), "Enter the access token of your WhatsApp Business Account."));
        if (string.IsNullOrEmpty(credentials?.VerifyToken))
            faults.Add(new SetupFault(nameof(WhatsAppSettings.VerifyToken), "Choose a verify token and enter the same one in Meta's webhook settings."));
        if (string.IsNullOrEmpty(credentials?.AppSecret) && _options.PlatformAppSecrets.Count == 0)
            faults.Add(new SetupFault(nameof(WhatsAppSettings.AppSecret), "Enter the app secret of your Meta app: without it nobody can tell real messages from forged ones."));
        return faults;
    }

    private static void CheckId(List<SetupFault> faults, string setting, string? value, string name, bool required)
    {
        if (value is null)
        {
            if (required)
                faults.Add(new SetupFault(setting, $"Enter the {name}; it stands on the API setup page of your Meta app."));
        }
        else if (value.Length > 32 || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            faults.Add(new SetupFault(setting, $"The {name} has digits only, at most 32. It is not the phone number itself."));
        }
    }

    /// <summary>A token travels in a header: whatever else was pasted with it would break the call, or change it.</summary>
    private static void CheckSecret(List<SetupFault> faults, string setting, string? value, string name)
    {
        if (value is not null && (value.Length > MaxSecret || value.AsSpan().ContainsAnyExceptInRange('!', '~')))
            faults.Add(new SetupFault(setting, $"The {name} has letters, digits and signs only, without blanks or line breaks, at most {MaxSecret}. Copy it again."));
    }

    private static async Task<SetupFault?> ReadNumberAsync(WhatsAppSender sender, string phoneNumberId, CancellationToken cancellationToken)
    {
        try
        {
            var number = await sender.GetPhoneNumberAsync(cancellationToken).ConfigureAwait(false);
            return number.Id.Value == phoneNumberId
                ? null
                : new SetupFault(nameof(WhatsAppSettings.PhoneNumberId), "The Cloud API answered for another number.");
        }
        catch (WhatsAppApiException e) when (e.RetryClass == WhatsAppRetryClass.Account)
        {
            return new SetupFault(nameof(WhatsAppSettings.AccessToken), $"WhatsApp refused the access token ({Code(e)}): make a new one with the permissions whatsapp_business_messaging and whatsapp_business_management.");
        }
        catch (WhatsAppApiException e)
        {
            return new SetupFault(nameof(WhatsAppSettings.PhoneNumberId), $"The access token cannot read this phone number id ({Code(e)}): check the id, and that the token belongs to the same business.");
        }
        catch (WhatsAppException)
        {
            return new SetupFault("", "WhatsApp did not answer, so nothing was changed. Try again in a minute.");
        }
    }

    private static async Task<string?> SubscribeAsync(WhatsAppSender sender, string? wabaId, CancellationToken cancellationToken)
    {
        if (wabaId is null)
            return "Without the WhatsApp Business Account id the app cannot subscribe itself to messages: do it in Meta's webhook settings.";
        try
        {
            await sender.SubscribeAppAsync(new WabaId(wabaId), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (WhatsAppException)
        {
            return "The app could not be subscribed to the account's messages: check the account id and the permission whatsapp_business_management.";
        }
    }

    private static string Code(WhatsAppApiException e) => e.Code is { } code ? string.Create(CultureInfo.InvariantCulture, $"code {code}") : "no code";

    private static WhatsAppCredentials? Merge(WhatsAppSettings entered, WhatsAppCredentials? stored) =>
        (entered.AccessToken ?? stored?.AccessToken) is { } token
            ? new WhatsAppCredentials
            {
                AccessToken = token,
                AppSecret = entered.AppSecret ?? stored?.AppSecret,
                VerifyToken = entered.VerifyToken ?? stored?.VerifyToken,
            }
            : null;

    private static WhatsAppSettings Trim(WhatsAppSettings entered) => new()
    {
        Enabled = entered.Enabled,
        AccessToken = Clean(entered.AccessToken),
        PhoneNumberId = Clean(entered.PhoneNumberId),
        BusinessAccountId = Clean(entered.BusinessAccountId),
        VerifyToken = Clean(entered.VerifyToken),
        AppSecret = Clean(entered.AppSecret),
        WelcomeMessage = Clean(entered.WelcomeMessage),
    };

    private static string? Clean(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static SetupFault NotSaved(SaveStoreResult result) => result == SaveStoreResult.PhoneNumberTaken
        ? new SetupFault(nameof(WhatsAppSettings.PhoneNumberId), "Another store already uses this phone number id. Switch the bot off there first.")
        : new SetupFault("", "The settings were changed by somebody else at the same time. Load the page again.");

    private static WhatsAppSetupResult Refused(SetupFault fault) => new(false, [fault], []);
}
