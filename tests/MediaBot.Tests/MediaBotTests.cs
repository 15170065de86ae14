using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using WhatsApp.Emulator;

namespace MediaBot.Tests;

/// <summary>Runs the sample itself against the emulator.</summary>
public sealed class MediaBotTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Customer_gets_the_picture_back_with_its_size()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero }, EmulatedShop.Cancel);
        var (bot, number, mira) = await StartAsync(emulator);
        await using var _ = bot;

        await mira.SendsMediaAsync(number, EmulatedShop.Png, "image/png", "broken loaf", EmulatedShop.Cancel);
        var answer = await mira.WaitForMessageAsync(number, message => message.IsFromBusiness, Patience, EmulatedShop.Cancel);

        Assert.Equal(("image", $"{EmulatedShop.Png.Length} bytes, image/png"), (answer.MediaKind, answer.Text));
        using var http = new HttpClient { BaseAddress = emulator.BaseUrl };
        Assert.Equal(EmulatedShop.Png, await http.GetByteArrayAsync(answer.MediaUrl, EmulatedShop.Cancel));
    }

    [Fact]
    public async Task Customer_who_writes_is_asked_for_a_picture()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero }, EmulatedShop.Cancel);
        var (bot, number, mira) = await StartAsync(emulator);
        await using var _ = bot;

        await mira.SaysAsync(number, "hello", EmulatedShop.Cancel);

        Assert.Equal("Send me a picture.", (await mira.WaitForMessageAsync(number, message => message.IsFromBusiness, Patience, EmulatedShop.Cancel)).Text);
    }

    [Fact]
    public async Task Customer_with_too_large_a_picture_is_told_so()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync(new WhatsAppEmulatorOptions { StatusDelay = TimeSpan.Zero }, EmulatedShop.Cancel);
        var (bot, number, mira) = await StartAsync(emulator);
        await using var _ = bot;

        await mira.SendsMediaAsync(number, new byte[5 * 1024 * 1024 + 1], "image/png", cancellationToken: EmulatedShop.Cancel);

        Assert.StartsWith("That picture is too large", (await mira.WaitForMessageAsync(number, message => message.IsFromBusiness, Patience, EmulatedShop.Cancel)).Text, StringComparison.Ordinal);
    }

    private static async Task<(WebApplicationFactory<Program> Bot, EmulatedNumber Number, EmulatedPhone Mira)> StartAsync(WhatsAppEmulator emulator)
    {
        var bot = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseSetting("WhatsApp:BaseUrl", emulator.BaseUrl.AbsoluteUri)
            .UseSetting("WhatsApp:AccessToken", EmulatedShop.Token)
            .UseSetting("WhatsApp:PhoneNumberId", "800200")
            .UseSetting("WhatsApp:VerifyToken", "verify me")
            .UseSetting("WhatsApp:AppSecret", EmulatedShop.Secret));
        bot.UseKestrel(0);
        bot.StartServer();

        var number = emulator.AddNumber(EmulatedShop.Options("800200", "700100", EmulatedShop.Token, "111"));
        var webhook = new Uri(bot.ClientOptions.BaseAddress, "/whatsapp/webhook");
        Assert.True((await number.SetWebhookAsync(webhook, "verify me", EmulatedShop.Cancel)).Succeeded);
        return (bot, number, emulator.AddPhone("Mira K.", "4915550001111", "DE.48213377190552"));
    }
}
