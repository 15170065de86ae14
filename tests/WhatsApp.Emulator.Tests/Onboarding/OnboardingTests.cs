namespace WhatsApp.Emulator.Tests;

public sealed class OnboardingTests
{
    [Fact]
    public async Task A_code_is_exchanged_once_within_thirty_seconds_for_a_token_that_reaches_what_was_granted()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        platform.Emulator.AddNumber(platform.NumberOptions("800300", "700300", "other-token"));
        using var nobody = platform.Client(null);
        var code = await platform.Emulator.SignUpAsync(platform.Shop.App, [platform.Shop.Waba], Platform.Cancel);
        string Exchange(string value, string secret = Platform.Secret) => $"v25.0/oauth/access_token?client_id=111&client_secret={secret}&code={value}";

        var wrong = await platform.GetAsync(Exchange(code, "wrong"), nobody);
        var answer = await platform.GetAsync(Exchange(code), nobody);
        var again = await platform.GetAsync(Exchange(code), nobody);
        var late = await platform.Emulator.SignUpAsync(platform.Shop.App, [platform.Shop.Waba], Platform.Cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(30));
        var tooLate = await platform.GetAsync(Exchange(late), nobody);
        var token = answer.Json.GetProperty("access_token").GetString()!;
        using var business = platform.Client(token);
        using var app = platform.Client($"111|{Platform.Secret}");
        var debug = (await platform.GetAsync($"debug_token?input_token={token}", app)).Json.GetProperty("data");

        Assert.Equal(400, wrong.Status);
        Assert.Equal((400, 36009), (again.Status, again.Subcode));
        Assert.Equal((400, 36007), (tooLate.Status, tooLate.Subcode));
        Assert.Equal("bearer", answer.Json.GetProperty("token_type").GetString());
        Assert.Equal("700100", debug.GetProperty("granular_scopes")[0].GetProperty("target_ids")[0].GetString());
        Assert.Equal(0, debug.GetProperty("expires_at").GetInt64());
        Assert.Equal("800200", (await platform.GetAsync("700100/phone_numbers", business)).Data[0].GetProperty("id").GetString());
        Assert.Equal(200, (await platform.PostAsync("700100/subscribed_apps", "{}", business)).Status);
        Assert.Equal(33, (await platform.GetAsync("800300", business)).Subcode);
        Assert.DoesNotContain(platform.Emulator.Journal.Calls, call => call.Path.Contains(code, StringComparison.Ordinal) || call.Path.Contains(Platform.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partner_is_announced_under_the_portfolio_and_its_token_ends_when_it_is_removed()
    {
        await using var platform = await Platform.StartAsync();
        using var nobody = platform.Client(null);
        var code = await platform.Emulator.SignUpAsync(platform.Shop.App, [platform.Shop.Waba], Platform.Cancel);
        var token = (await platform.PostAsync("oauth/access_token", $$"""{"client_id":"111","client_secret":"{{Platform.Secret}}","code":"{{code}}","grant_type":"authorization_code"}""", nobody)).Json.GetProperty("access_token").GetString()!;

        await platform.Emulator.RemovePartnerAsync(token, Platform.Cancel);
        using var business = platform.Client(token);
        var refused = await platform.GetAsync("800200", business);

        Assert.Equal((401, 190, 467), (refused.Status, refused.Code, refused.Subcode));
        Assert.Equal(["PARTNER_ADDED", "PARTNER_REMOVED"], platform.Bot.Of("account_update").Select(value => value.GetProperty("event").GetString()));
        var (entry, _, value) = platform.Bot.Changes.First();
        Assert.Equal(("600100", "700100"), (entry.GetProperty("id").GetString(), value.GetProperty("waba_info").GetProperty("waba_id").GetString()));
    }

    [Fact]
    public async Task An_app_token_is_given_for_the_credentials_of_the_app()
    {
        await using var platform = await Platform.StartAsync();
        using var nobody = platform.Client(null);

        var answer = await platform.GetAsync($"oauth/access_token?client_id=111&client_secret={Platform.Secret}&grant_type=client_credentials", nobody);

        Assert.Equal($"111|{Platform.Secret}", answer.Json.GetProperty("access_token").GetString());
    }

    [Fact]
    public async Task A_number_goes_from_added_over_verified_to_registered_and_then_sends()
    {
        await using var platform = await Platform.StartAsync();
        await platform.PostAsync("700100/subscribed_apps", "{}");
        var id = (await platform.PostAsync("700100/phone_numbers", """{"cc":"49","phone_number":"30777000","verified_name":"New shop"}""")).Id;
        const string Register = """{"messaging_product":"whatsapp","pin":"123456"}""";

        Assert.Equal(133006, (await platform.PostAsync($"{id}/register", Register)).Code);
        await platform.PostAsync($"{id}/request_code", """{"code_method":"SMS","language":"en_US"}""");
        var code = platform.Emulator.Numbers.Single(number => number.PhoneNumberId == id).VerificationCode!;
        Assert.Equal(100, (await platform.PostAsync($"{id}/verify_code", """{"code":"000000"}""")).Code);
        Assert.Equal(200, (await platform.PostAsync($"{id}/verify_code", $$"""{"code":"{{code}}"}""")).Status);
        Assert.Equal(136024, (await platform.PostAsync($"{id}/request_code", """{"code_method":"SMS","language":"en_US"}""")).Code);
        const string Hello = $$"""{"messaging_product":"whatsapp","to":"{{Platform.MiraPhone}}","type":"template","template":{"name":"hello_world","language":{"code":"en_US"} } }""";
        Assert.Equal(133010, (await platform.PostAsync($"{id}/messages", Hello)).Code);
        Assert.Equal(200, (await platform.PostAsync($"{id}/register", Register)).Status);
        Assert.Equal(200, (await platform.PostAsync($"{id}/messages", Hello)).Status);
        Assert.Equal(200, (await platform.PostAsync($"{id}/deregister", "{}")).Status);
        Assert.Equal(133010, (await platform.PostAsync($"{id}/messages", Hello)).Code);
    }

    [Fact]
    public async Task Pins_are_checked_guesses_are_counted_and_tries_are_limited()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        string Register(string pin) => $$"""{"messaging_product":"whatsapp","pin":"{{pin}}"}""";
        Assert.Equal(100, (await platform.PostAsync("800200/register", Register("12"))).Code);
        await platform.PostAsync("800200", """{"pin":"111111"}""");

        for (var i = 0; i < 5; i++)
            Assert.Equal(133005, (await platform.PostAsync("800200/register", Register("222222"))).Code);
        Assert.Equal(133008, (await platform.PostAsync("800200/register", Register("111111"))).Code);
        platform.Clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 4; i++)
            Assert.Equal(200, (await platform.PostAsync("800200/register", Register("111111"))).Status);
        Assert.Equal(133016, (await platform.PostAsync("800200/register", Register("111111"))).Code);
        platform.Clock.Advance(TimeSpan.FromHours(72));

        Assert.Equal(200, (await platform.PostAsync("800200/register", Register("111111"))).Status);
    }

    [Fact]
    public async Task A_coexistence_number_is_synchronised_once_and_its_echoes_arrive()
    {
        await using var platform = await Platform.StartAsync();
        const string Sync = """{"messaging_product":"whatsapp","sync_type":"history"}""";
        Assert.Equal(2593109, (await platform.PostAsync("800200/smb_app_data", Sync)).Code);
        platform.Shop.IsOnBusinessApp = true;
        await platform.OpenWindowAsync();

        var first = await platform.PostAsync("800200/smb_app_data", Sync);
        await platform.PostAsync("800200/smb_app_data", """{"messaging_product":"whatsapp","sync_type":"smb_app_state_sync"}""");
        var second = await platform.PostAsync("800200/smb_app_data", Sync);
        await platform.Shop.EchoesAsync(platform.Mira, "from the phone", Platform.Cancel);
        await platform.IdleAsync();

        Assert.Equal((200, 2593107), (first.Status, second.Code));
        Assert.Equal("hi", platform.Bot.Of("history")[0].GetProperty("history")[0].GetProperty("threads")[0].GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
        Assert.Equal("add", platform.Bot.Of("smb_app_state_sync")[0].GetProperty("state_sync")[0].GetProperty("action").GetString());
        Assert.Equal(Platform.MiraPhone, platform.Bot.Of("smb_message_echoes")[0].GetProperty("message_echoes")[0].GetProperty("to").GetString());
        Assert.Equal(100, (await platform.PostAsync("800200/deregister", "{}")).Code);
    }
}
