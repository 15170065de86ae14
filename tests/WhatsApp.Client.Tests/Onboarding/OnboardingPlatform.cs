using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Emulator;

namespace WhatsApp.Client.Tests.Onboarding;

/// <summary>The emulated platform with one business that is about to sign up, and hosts that come and go.</summary>
public sealed class OnboardingPlatform : IAsyncDisposable
{
    public const string Secret = "secret-of-the-app";
    private readonly List<ServiceProvider> _hosts = [];

    private OnboardingPlatform(WhatsAppEmulator emulator)
    {
        Emulator = emulator;

        // The provider's own number, which the app comes with.
        Provider = emulator.AddNumber(Options("800100", "700001"));
        var options = Options("800200", "700100");
        (options.IsRegistered, options.IsSubscribed) = (false, false);
        Number = emulator.AddNumber(options);
        (Number.Status, Number.PlatformType) = ("PENDING", "NOT_APPLICABLE");
    }

    public static MetaApp App { get; } = new("111", Secret);

    public WhatsAppEmulator Emulator { get; }

    public EmulatedNumber Provider { get; }

    public EmulatedNumber Number { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<OnboardingPlatform> StartAsync() =>
        new(await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero }, Cancel));

    public static EmulatedNumberOptions Options(string id, string waba) => new()
    {
        PhoneNumberId = id,
        WabaId = waba,
        DisplayPhoneNumber = $"+49 30 {id}",
        VerifiedName = "Shop Mitte",
        AccessToken = "token-of-" + id,
        AppId = "111",
        AppSecret = Secret,
    };

    /// <summary>What a host has after a start: a client of its own that repeats nothing by itself.</summary>
    public WhatsAppOnboarding NewHost()
    {
        var services = new ServiceCollection();
        services.AddWhatsAppClient(options =>
        {
            options.BaseUrl = Emulator.BaseUrl;
            options.Resilience.Repeats = 0;
        });
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return new WhatsAppOnboarding(host.GetRequiredService<WhatsAppClient>(), App);
    }

    public WhatsAppClient NewClient()
    {
        NewHost();
        return _hosts[^1].GetRequiredService<WhatsAppClient>();
    }

    /// <summary>The business goes through the window and grants its accounts.</summary>
    public Task<string> SignUpAsync(params EmulatedWaba[] wabas) =>
        Emulator.SignUpAsync(Number.App, wabas.Length == 0 ? [Number.Waba] : wabas, Cancel);

    public int Calls(string method, string end) =>
        Emulator.Journal.Calls.Count(call => call.Method == method && call.Path.Split('?')[0].EndsWith(end, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
