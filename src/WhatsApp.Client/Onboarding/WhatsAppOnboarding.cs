using System.Security.Cryptography;

namespace WhatsApp.Client;

/// <summary>
/// Lets a business in that went through Embedded Signup: code, token, account, number, webhooks, registration or coexistence, one step at a time. Each step may be made
/// again after it was cut, even when only its answer was lost: keep the state after every step and go on with the one kept last. Immutable and thread-safe.
/// See <see href="https://developers.facebook.com/docs/whatsapp/embedded-signup/implementation">Embedded Signup</see>.
/// </summary>
/// <param name="client">Makes the calls.</param>
/// <param name="app">The app the business signed up with.</param>
public sealed class WhatsAppOnboarding(WhatsAppClient client, MetaApp app)
{
    /// <summary>Where the account's webhooks shall go; null where the app's go.</summary>
    public WebhookOverride? Webhooks { get; init; }

    /// <summary>Where the messages of a registered number rest, such as <c>DE</c>; null for the platform's choice.</summary>
    public string? DataLocalizationRegion { get; init; }

    /// <summary>Makes steps until everything is done or a person is needed.</summary>
    /// <param name="state">The state kept last.</param>
    /// <param name="keep">Keeps a state safely; called after every step and before the next.</param>
    /// <param name="cancellationToken">Stops between steps, or the step under way.</param>
    /// <returns>The last state, which was kept.</returns>
    /// <exception cref="WhatsAppException">A step failed; the state kept last is the one to go on with.</exception>
    public async Task<OnboardingState> RunAsync(
        OnboardingState state, Func<OnboardingState, CancellationToken, ValueTask> keep, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(keep);
        while (!state.IsDone)
        {
            state = await NextAsync(state, cancellationToken).ConfigureAwait(false);
            await keep(state, cancellationToken).ConfigureAwait(false);
            if (state.Need != OnboardingNeed.Nothing)
                break;
        }

        return state;
    }

    /// <summary>Makes the next step. Keep what it gives before making another.</summary>
    /// <param name="state">The state kept last.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The state after the step: a step further, or with what a person has to give.</returns>
    /// <exception cref="WhatsAppException">The step failed and may be made again: the state is as it was.</exception>
    public async Task<OnboardingState> NextAsync(OnboardingState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        state = state with { Need = OnboardingNeed.Nothing };
        try
        {
            return state.Next switch
            {
                OnboardingStep.ExchangeCode => await ExchangeAsync(state, cancellationToken).ConfigureAwait(false),
                OnboardingStep.InspectToken => await InspectAsync(state, cancellationToken).ConfigureAwait(false),
                OnboardingStep.FindNumber => await FindNumberAsync(state, cancellationToken).ConfigureAwait(false),
                OnboardingStep.Subscribe => await SubscribeAsync(state, cancellationToken).ConfigureAwait(false),
                OnboardingStep.Register => await RegisterAsync(state, cancellationToken).ConfigureAwait(false),
                OnboardingStep.SyncContacts => await SyncAsync(state, CoexistenceSync.Contacts, OnboardingStep.SyncHistory, cancellationToken).ConfigureAwait(false),
                OnboardingStep.SyncHistory => await SyncAsync(state, CoexistenceSync.History, OnboardingStep.Done, cancellationToken).ConfigureAwait(false),
                _ => state,
            };
        }
        catch (WhatsAppApiException refusal) when (refusal.IsTokenRefused && state.Next is not (OnboardingStep.ExchangeCode or OnboardingStep.InspectToken))
        {
            return Again(state);
        }
    }

    private static OnboardingState Again(OnboardingState state) =>
        state with { Next = OnboardingStep.ExchangeCode, Need = OnboardingNeed.AnotherSignup, Code = null, AccessToken = null };

    private async Task<OnboardingState> ExchangeAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        if (state.Code is not { } code)
            return Again(state);
        try
        {
            var token = await client.ExchangeCodeAsync(app, code, cancellationToken).ConfigureAwait(false);
            return state with { Next = OnboardingStep.InspectToken, AccessToken = token, Code = null };
        }
        catch (WhatsAppApiException refusal) when (refusal.Code == 100)
        {
            // Used (also by an exchange whose answer was lost), expired or never issued: only a new one helps.
            return Again(state);
        }
    }

    private async Task<OnboardingState> InspectAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        var token = await For(state).GetTokenInfoAsync(app, cancellationToken).ConfigureAwait(false);
        if (!token.IsValid || (token.AppId is { } owner && owner != app.AppId))
            return Again(state);
        if (!token.Scopes.Contains(WhatsAppPermissions.Management) || !token.Scopes.Contains(WhatsAppPermissions.Messaging))
            return Again(state) with { Need = OnboardingNeed.Permissions };

        WabaId[] wabas = [.. token.GranularScopes.Where(static grant => grant.Scope == WhatsAppPermissions.Management)
            .SelectMany(static grant => grant.TargetIds ?? []).Distinct().Select(static id => new WabaId(id))];
        state = state with { Wabas = wabas, Scopes = token.Scopes, TokenExpiresAt = token.ExpiresAt };

        // What the browser said is believed only if the token says so too.
        if (state.Waba is { } hinted)
            return wabas.Contains(hinted) ? state with { Next = OnboardingStep.FindNumber } : state with { Need = OnboardingNeed.Waba };
        return wabas.Length == 1
            ? state with { Waba = wabas[0], Next = OnboardingStep.FindNumber }
            : state with { Need = OnboardingNeed.Waba };
    }

    private async Task<OnboardingState> FindNumberAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        var found = new List<PhoneNumberInfo>();
        await foreach (var one in For(state).GetPhoneNumbersAsync(state.Waba!.Value, cancellationToken).ConfigureAwait(false))
            found.Add(one);
        state = state with { Numbers = [.. found.Select(static one => one.Id)] };
        if (found.Count == 0)
            return state with { Need = OnboardingNeed.NewNumber };
        var number = state.Number is { } hinted ? found.Find(one => one.Id == hinted) : found.Count == 1 ? found[0] : null;
        if (number is null)
            return state with { Need = OnboardingNeed.Number };
        // A number that is in use in the app must never be registered, so what the browser said counts where the platform says nothing.
        if (number.IsOnBusinessApp ?? state.IsCoexistence)
            return state with { Number = number.Id, IsCoexistence = true, Pin = null, Next = OnboardingStep.Subscribe };

        // The PIN is chosen here, so that it is kept before any call sets it.
        return state with { Number = number.Id, IsCoexistence = false, Pin = state.Pin ?? NewPin(), Next = OnboardingStep.Subscribe };
    }

    private async Task<OnboardingState> SubscribeAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        var waba = state.Waba!.Value;
        if (Webhooks is { } callback)
            await For(state).SubscribeAppAsync(waba, callback, cancellationToken).ConfigureAwait(false);
        else
            await For(state).SubscribeAppAsync(waba, cancellationToken).ConfigureAwait(false);
        return state with { Next = state.IsCoexistence ? OnboardingStep.SyncContacts : OnboardingStep.Register };
    }

    private async Task<OnboardingState> RegisterAsync(OnboardingState state, CancellationToken cancellationToken)
    {
        var sender = For(state);
        // Registering counts: ten times in 72 hours. A registration whose answer was lost shows here.
        if (await sender.GetPhoneNumberAsync(cancellationToken).ConfigureAwait(false) is { Status: "CONNECTED", PlatformType: "CLOUD_API" })
            return state with { Next = OnboardingStep.Done };
        try
        {
            await sender.RegisterAsync(state.Pin!, DataLocalizationRegion, cancellationToken).ConfigureAwait(false);
            return state with { Next = OnboardingStep.Done };
        }
        catch (WhatsAppApiException refusal) when (refusal.Code is 133005 or 133006)
        {
            return state with { Need = refusal.Code == 133005 ? OnboardingNeed.Pin : OnboardingNeed.Verification };
        }
    }

    private async Task<OnboardingState> SyncAsync(OnboardingState state, CoexistenceSync what, OnboardingStep next, CancellationToken cancellationToken)
    {
        try
        {
            await For(state).RequestSyncAsync(what, cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException refusal) when (refusal.Code is 2593107 or 2593108 or 2593109)
        {
            // Asked for already is what was wanted; the other two cannot be mended, and sending works without.
            if (refusal.Code != 2593107)
                state = state with { SyncRefusal = refusal.Code };
        }

        return state with { Next = next };
    }

    private WhatsAppSender For(OnboardingState state) =>
        client.For(new WhatsAppAccount(state.Number ?? WhatsAppClient.NoNumber, state.AccessToken ?? throw new InvalidOperationException("The state has no token.")));

    private static string NewPin() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
}
