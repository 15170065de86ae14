namespace WhatsApp.Emulator.Tests;

public sealed class NumberTests
{
    [Fact]
    public async Task Read_GivesOnlyWhatWasAskedFor()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.GetAsync("v25.0/800200?fields=display_phone_number,throughput{level},whatsapp_business_manager_messaging_limit");

        Assert.Equal(["display_phone_number", "id", "throughput", "whatsapp_business_manager_messaging_limit"],
            answer.Json.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal("STANDARD", answer.Json.GetProperty("throughput").GetProperty("level").GetString());
    }

    [Fact]
    public async Task Read_WithoutFields_GivesTheDefaults()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.GetAsync("v25.0/800200");

        Assert.Equal("Bäckerei Mitte", answer.Json.GetProperty("verified_name").GetString());
        Assert.Equal("GREEN", answer.Json.GetProperty("quality_rating").GetString());
        Assert.Equal("800200", answer.Json.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Read_UnknownField_IsRefused()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.GetAsync("v25.0/800200?fields=id,shoe_size");

        Assert.Equal(100, answer.Code);
        Assert.Contains("(shoe_size)", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ReportsWhatTheNumberWasSetTo()
    {
        await using var platform = await Platform.StartAsync();
        var shop = platform.Shop;
        (shop.Status, shop.NameStatus, shop.CodeVerificationStatus) = ("RESTRICTED", "DECLINED", "NOT_VERIFIED");
        (shop.PlatformType, shop.MessagingLimit, shop.IsOnBusinessApp, shop.CanSendMessage) = ("ON_PREMISE", "TIER_250", true, "BLOCKED");

        var json = (await platform.GetAsync("v25.0/800200?fields=status,name_status,code_verification_status,platform_type,whatsapp_business_manager_messaging_limit,is_on_biz_app,health_status")).Json;

        Assert.Equal("RESTRICTED", json.GetProperty("status").GetString());
        Assert.Equal("DECLINED", json.GetProperty("name_status").GetString());
        Assert.Equal("NOT_VERIFIED", json.GetProperty("code_verification_status").GetString());
        Assert.Equal("ON_PREMISE", json.GetProperty("platform_type").GetString());
        Assert.Equal("TIER_250", json.GetProperty("whatsapp_business_manager_messaging_limit").GetString());
        Assert.True(json.GetProperty("is_on_biz_app").GetBoolean());
        var entity = json.GetProperty("health_status").GetProperty("entities")[0];
        Assert.Equal("BLOCKED", entity.GetProperty("can_send_message").GetString());
        Assert.True(entity.GetProperty("errors")[0].TryGetProperty("possible_solution", out _));
    }

    [Fact]
    public async Task List_OfTheAccount_HasItsNumbers()
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.GetAsync("v25.0/700100/phone_numbers?fields=id");

        Assert.Equal("800200", Assert.Single(answer.Json.GetProperty("data").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task AddNumber_WithATakenId_Throws()
    {
        await using var platform = await Platform.StartAsync();

        Assert.Throws<ArgumentException>(() => platform.Emulator.AddNumber(platform.NumberOptions()));
        var otherSecret = platform.NumberOptions("800300");
        otherSecret.AppSecret = "another";
        Assert.Throws<ArgumentException>(() => platform.Emulator.AddNumber(otherSecret));
    }
}
