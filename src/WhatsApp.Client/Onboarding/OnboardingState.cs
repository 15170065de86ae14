namespace WhatsApp.Client;

/// <summary>
/// How far a business has come in being let in: everything that is needed to go on after a restart. Keep it after every step, encrypted, for
/// it holds a code, a token and a PIN. Immutable.
/// </summary>
public sealed partial record OnboardingState
{
    /// <summary>What comes next.</summary>
    public required OnboardingStep Next { get; init; }

    /// <summary>What a person has to give first.</summary>
    public OnboardingNeed Need { get; init; }

    /// <summary>Whether everything is done.</summary>
    public bool IsDone => Next == OnboardingStep.Done;

    /// <summary>The code of Embedded Signup until it is exchanged. Secret.</summary>
    public string? Code { get; init; }

    /// <summary>The business token; null until the code was exchanged. Secret.</summary>
    public string? AccessToken { get; init; }

    /// <summary>When the token ends; null for never.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }

    /// <summary>What the token may do.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The accounts the token reaches.</summary>
    public IReadOnlyList<WabaId> Wabas { get; init; } = [];

    /// <summary>The account: a hint of the browser until <see cref="OnboardingStep.InspectToken"/> is done.</summary>
    public WabaId? Waba { get; init; }

    /// <summary>The numbers of the account.</summary>
    public IReadOnlyList<PhoneNumberId> Numbers { get; init; } = [];

    /// <summary>The number: a hint of the browser until <see cref="OnboardingStep.FindNumber"/> is done.</summary>
    public PhoneNumberId? Number { get; init; }

    /// <summary>The business portfolio; null when unknown.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Whether the number stays in the WhatsApp Business app as well.</summary>
    public bool IsCoexistence { get; init; }

    /// <summary>
    /// The two-step PIN that <see cref="OnboardingStep.Register"/> sets: chosen before the call, so that it is known even when the answer is lost. Secret. Null for coexistence.
    /// </summary>
    public string? Pin { get; init; }

    /// <summary>How much of the history of the WhatsApp Business app has come, 0 to 100; null before the first part.</summary>
    public int? HistoryProgress { get; init; }

    /// <summary>Why the history or the contacts do not come: 2593108 the 24 hours are over, 2593109 not shared. Null when nothing is wrong.</summary>
    public int? SyncRefusal { get; init; }

    /// <summary>How many contacts of the WhatsApp Business app were told of.</summary>
    public int ContactsSynced { get; init; }

    /// <summary>Whether a message written in the WhatsApp Business app was seen here.</summary>
    public bool HasEchoes { get; init; }

    /// <summary>Whether <c>PARTNER_ADDED</c> came for this account. It may come first, last or never; nothing waits for it.</summary>
    public bool IsPartnerAnnounced { get; init; }

    /// <summary>Whether the business has left since: stop using the token.</summary>
    public bool HasLeft { get; init; }

    /// <summary>A new one.</summary>
    /// <param name="code">The code that <c>FB.login</c> gave. Exchange it at once. Secret.</param>
    /// <param name="signup">How the window ended; null when its message was not seen.</param>
    /// <param name="pin">The PIN to set, six digits; null chooses one. Secret.</param>
    /// <exception cref="ArgumentException">The code is empty, or the PIN has not six digits.</exception>
    public static OnboardingState Begin(string code, EmbeddedSignup? signup = null, string? pin = null) =>
        new OnboardingState { Next = OnboardingStep.ExchangeCode, Pin = CheckedPin(pin) }.WithSignup(code, signup);

    /// <summary>With the code of another sign-up, after <see cref="OnboardingNeed.AnotherSignup"/>. What is known of account, number and PIN stays.</summary>
    /// <param name="code">The new code. Secret.</param>
    /// <param name="signup">How the window ended; null when its message was not seen.</param>
    public OnboardingState WithSignup(string code, EmbeddedSignup? signup = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return this with
        {
            Next = OnboardingStep.ExchangeCode,
            Need = OnboardingNeed.Nothing,
            Code = code,
            AccessToken = null,
            Waba = signup?.Waba ?? Waba,
            Number = signup?.Number ?? Number,
            BusinessId = signup?.BusinessId ?? BusinessId,
            IsCoexistence = signup?.IsCoexistence ?? IsCoexistence,
            HasLeft = false,
        };
    }

    /// <summary>With the account a person chose, after <see cref="OnboardingNeed.Waba"/>.</summary>
    /// <param name="waba">One of <see cref="Wabas"/>.</param>
    /// <exception cref="ArgumentException">The token does not reach it.</exception>
    public OnboardingState WithWaba(WabaId waba) => Wabas.Contains(waba)
        ? this with { Waba = waba, Need = OnboardingNeed.Nothing, Next = OnboardingStep.FindNumber, Number = waba == Waba ? Number : null }
        : throw new ArgumentException("The token does not reach this account.", nameof(waba));

    /// <summary>With the number a person chose, after <see cref="OnboardingNeed.Number"/>.</summary>
    /// <param name="number">One of <see cref="Numbers"/>.</param>
    /// <exception cref="ArgumentException">The account does not have it.</exception>
    public OnboardingState WithNumber(PhoneNumberId number) => Numbers.Contains(number)
        ? this with { Number = number, Need = OnboardingNeed.Nothing, Next = OnboardingStep.FindNumber }
        : throw new ArgumentException("The account does not have this number.", nameof(number));

    /// <summary>With the PIN the number has, after <see cref="OnboardingNeed.Pin"/>.</summary>
    /// <param name="pin">Six digits. Secret.</param>
    /// <exception cref="ArgumentException">It has not six digits. The message does not show it.</exception>
    public OnboardingState WithPin(string pin) => this with { Pin = CheckedPin(pin ?? ""), Need = OnboardingNeed.Nothing };

    /// <summary>The next step, the account and the number; nothing secret.</summary>
    public override string ToString() => $"OnboardingState({Next}, {Need}, {Waba}, {Number})";

    private static string? CheckedPin(string? pin) => pin is null || (pin.Length == 6 && !pin.AsSpan().ContainsAnyExceptInRange('0', '9'))
        ? pin
        : throw new ArgumentException("A PIN has six digits.", nameof(pin));
}
