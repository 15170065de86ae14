using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace Snippets.WhatsApp;

internal static class Onboarding
{
    public static async Task StartAsync(string code, string origin, byte[] message, IOnboardings kept, CancellationToken cancellationToken)
    {
        #region begin
        EmbeddedSignup? signup = EmbeddedSignup.Read(origin, message); // null when it does not come from facebook.com
        OnboardingState state = OnboardingState.Begin(code, signup);
        await kept.KeepAsync(state.ToJson(), cancellationToken); // encrypted: it holds a code, later a token and a PIN
        #endregion
    }

    public static async Task<OnboardingState> StepAsync(WhatsAppClient client, IOnboardings kept, CancellationToken cancellationToken)
    {
        #region step
        var onboarding = new WhatsAppOnboarding(client, new MetaApp("111", "app secret"));
        OnboardingState state = OnboardingState.FromJson(await kept.ReadAsync(cancellationToken));
        state = await onboarding.NextAsync(state, cancellationToken); // throws WhatsAppException: try again later with the same state
        await kept.KeepAsync(state.ToJson(), cancellationToken);
        string text = state switch
        {
            { Need: OnboardingNeed.AnotherSignup } => "Please go through the window once more.",
            { Need: OnboardingNeed.Waba } => $"Which account? {string.Join(", ", state.Wabas)}",
            { Need: OnboardingNeed.Number } => $"Which number? {string.Join(", ", state.Numbers)}",
            { Need: OnboardingNeed.Pin } => "Which PIN does the number have?",
            { IsDone: true } => "Done.",
            _ => $"Next: {state.Next}",
        };
        #endregion
        return state;
    }

    public static async Task RunAsync(WhatsAppOnboarding onboarding, OnboardingState state, IOnboardings kept, CancellationToken cancellationToken)
    {
        #region run
        state = await onboarding.RunAsync(state, async (one, token) => await kept.KeepAsync(one.ToJson(), token), cancellationToken);
        #endregion
    }

    public static OnboardingState After(OnboardingState state, IReadOnlyList<WebhookEvent> events)
    {
        #region events
        foreach (WebhookEvent occurred in events)
            state = state.After(occurred);
        string progress = $"{state.HistoryProgress ?? 0} % of the history, {state.ContactsSynced} contacts";
        bool stop = state.HasLeft;
        #endregion
        return state;
    }

    internal interface IOnboardings
    {
        ValueTask KeepAsync(byte[] state, CancellationToken cancellationToken);

        ValueTask<byte[]> ReadAsync(CancellationToken cancellationToken);
    }
}
