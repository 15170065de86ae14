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
