namespace WhatsApp.Client;

/// <summary>What only a person can give before the next step can be made.</summary>
public enum OnboardingNeed
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The code was used or is too old, or the token was taken back: let the business sign up again, then <see cref="OnboardingState.WithSignup"/>.</summary>
    AnotherSignup,

    /// <summary>The token reaches several accounts or none that was named: choose one of <see cref="OnboardingState.Wabas"/>, then <see cref="OnboardingState.WithWaba"/>.</summary>
    Waba,

    /// <summary>The account has several numbers, or not the named one: choose one of <see cref="OnboardingState.Numbers"/>, then <see cref="OnboardingState.WithNumber"/>.</summary>
    Number,

    /// <summary>The account has no number: add and verify one (<see cref="WhatsAppSender.AddPhoneNumberAsync"/>), then go on.</summary>
    NewNumber,

    /// <summary>The number is not verified: request and verify a code (<see cref="WhatsAppSender.RequestCodeAsync"/>), then go on.</summary>
    Verification,

    /// <summary>The number has a two-step PIN already, and it is another one: ask for it, then <see cref="OnboardingState.WithPin"/>. Wrong ones lock the number.</summary>
    Pin,

    /// <summary>The token lacks <see cref="WhatsAppPermissions.Messaging"/> or <see cref="WhatsAppPermissions.Management"/>: let the business sign up again and grant both.</summary>
    Permissions,
}
