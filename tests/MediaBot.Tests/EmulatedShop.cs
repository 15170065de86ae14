using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WhatsApp.Client;
using WhatsApp.Emulator;

namespace MediaBot.Tests;

/// <summary>The real client and the emulator, joined by HTTP only.</summary>
public sealed class EmulatedShop : IAsyncDisposable
{
    public const string Token = "shop-token";
    public const string Secret = "shop-secret";
    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, .. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))];

    private readonly ServiceProvider _services;

    private EmulatedShop(WhatsAppEmulator emulator, FakeTimeProvider clock)
    {
        (Emulator, Clock) = (emulator, clock);
        Number = emulator.AddNumber(Options("800200", "700100", Token, "111"));
        Mira = emulator.AddPhone("Mira K.", "4915550001111", "DE.48213377190552");
        var services = new ServiceCollection();
        services.AddWhatsAppClient(options => options.BaseUrl = emulator.BaseUrl);
        services.AddSingleton<TimeProvider>(clock);
        _services = services.BuildServiceProvider();
        Sender = SenderOf("800200", Token);
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public WhatsAppEmulator Emulator { get; }

    public FakeTimeProvider Clock { get; }

    public EmulatedNumber Number { get; }

    public EmulatedPhone Mira { get; }

    public WhatsAppSender Sender { get; }

    public static async Task<EmulatedShop> StartAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        return new EmulatedShop(await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { TimeProvider = clock, StatusDelay = TimeSpan.Zero }, Cancel), clock);
    }

    public static EmulatedNumberOptions Options(string id, string waba, string token, string app) => new()
    {
        PhoneNumberId = id,
        WabaId = waba,
        DisplayPhoneNumber = $"+49 30 {id}",
        VerifiedName = "Bäckerei Mitte",
        AccessToken = token,
        AppId = app,
        AppSecret = Secret,
        VerifyToken = "verify me",
        WebhookUrl = new Uri("http://127.0.0.1:9/whatsapp/webhook"),
    };

    public WhatsAppSender SenderOf(string number, string token) =>
        _services.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId(number), token));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
    }
}
