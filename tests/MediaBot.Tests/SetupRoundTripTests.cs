using WhatsApp.Client;
using static WhatsApp.Client.SetupFindingCode;

namespace MediaBot.Tests;

public sealed class SetupRoundTripTests
{
    private static readonly SetupCheckRequest Request = new()
    {
        Waba = new WabaId("700100"),
        App = new MetaApp("111", EmulatedShop.Secret),
        CallbackUrl = new Uri("http://127.0.0.1:9/whatsapp/webhook"),
    };

    private static async Task<SetupFindingCode[]> FindAsync(EmulatedShop shop, SetupCheckRequest? request = null) =>
        [.. (await shop.Sender.CheckSetupAsync(request ?? Request, EmulatedShop.Cancel)).Findings.Select(finding => finding.Code)];

    [Fact]
    public async Task Onboarded_number_is_ready()
    {
        await using var shop = await EmulatedShop.StartAsync();

        Assert.Equal([Throughput], await FindAsync(shop));
        Assert.Equal([WabaNotChecked, Throughput], (await FindAsync(shop, new SetupCheckRequest())).Order());
    }

    [Fact]
    public async Task Subscription_that_ended_is_found_and_mended()
    {
        await using var shop = await EmulatedShop.StartAsync();
        var waba = new WabaId("700100");

        await shop.Sender.UnsubscribeAppAsync(waba, EmulatedShop.Cancel);
        Assert.Contains(AppNotSubscribed, await FindAsync(shop));
        await shop.Sender.SubscribeAppAsync(waba, EmulatedShop.Cancel);
        Assert.Equal([Throughput], await FindAsync(shop));
    }

    [Fact]
    public async Task Override_without_a_handshake_is_refused()
    {
        await using var shop = await EmulatedShop.StartAsync();

        await Assert.ThrowsAsync<WhatsAppApiException>(() => shop.Sender.SubscribeAppAsync(
            new WabaId("700100"), new WebhookOverride(new Uri("http://127.0.0.1:9/nobody"), "v"), EmulatedShop.Cancel));
    }

    [Fact]
    public async Task Standing_of_the_number_is_told()
    {
        await using var shop = await EmulatedShop.StartAsync();
        (shop.Number.Status, shop.Number.NameStatus, shop.Number.QualityRating) = ("RESTRICTED", "DECLINED", "RED");
        (shop.Number.IsOnBusinessApp, shop.Number.MessagingLimit, shop.Number.CanSendMessage) = (true, "TIER_250", "BLOCKED");

        Assert.Equal(
            new[] { SendingBlocked, NumberRestricted, NameNotApproved, QualityLow, Throughput, MessagingLimit }.Order(),
            (await FindAsync(shop)).Order());
    }

    [Fact]
    public async Task Token_that_ran_out_is_one_error()
    {
        await using var shop = await EmulatedShop.StartAsync();
        shop.Number.AccessTokenExpiresAt = shop.Clock.GetUtcNow().AddDays(2);

        Assert.Contains(TokenExpiresSoon, await FindAsync(shop));
        shop.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal([TokenExpired], await FindAsync(shop));
    }

    [Theory]
    [InlineData("111", "wrong-secret", AppSecretWrong)]
    [InlineData("222", "shop-secret", WrongApp)]
    public async Task Wrong_app_is_told(string appId, string secret, SetupFindingCode code)
    {
        await using var shop = await EmulatedShop.StartAsync();
        shop.Emulator.AddNumber(EmulatedShop.Options("800300", "700300", "other-token", "222"));

        Assert.Contains(code, await FindAsync(shop, new SetupCheckRequest { Waba = new WabaId("700100"), App = new MetaApp(appId, secret) }));
    }

    [Fact]
    public async Task Account_of_somebody_else_is_out_of_reach()
    {
        await using var shop = await EmulatedShop.StartAsync();
        shop.Emulator.AddNumber(EmulatedShop.Options("800300", "700300", "other-token", "222"));

        var codes = await FindAsync(shop, new SetupCheckRequest { Waba = new WabaId("700300"), App = Request.App });

        Assert.Equal(new[] { WabaUnreachable, WabaNotGranted, Throughput }.Order(), codes.Order());
    }
}
