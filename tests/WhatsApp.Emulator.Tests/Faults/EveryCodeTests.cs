namespace WhatsApp.Emulator.Tests;

/// <summary>Every code of the documented table can be played in the answer and in a status.</summary>
public sealed class EveryCodeTests
{
    public static TheoryData<int, int> Codes => new()
    {
        { 0, 401 }, { 1, 500 }, { 2, 503 }, { 3, 403 }, { 4, 400 }, { 10, 403 }, { 33, 400 }, { 100, 400 }, { 190, 401 }, { 200, 403 }, { 299, 403 }, { 368, 403 }, { 613, 400 },
        { 803, 404 }, { 80007, 400 }, { 130403, 400 }, { 130429, 400 }, { 130472, 400 }, { 130497, 403 }, { 131000, 500 }, { 131005, 403 }, { 131008, 400 }, { 131009, 400 },
        { 131016, 500 }, { 131020, 400 }, { 131021, 400 }, { 131026, 400 }, { 131030, 400 }, { 131031, 403 }, { 131037, 400 }, { 131041, 400 }, { 131042, 400 }, { 131044, 400 },
        { 131045, 500 }, { 131047, 400 }, { 131048, 400 }, { 131049, 400 }, { 131050, 400 }, { 131051, 400 }, { 131052, 400 }, { 131053, 400 }, { 131055, 400 }, { 131056, 400 },
        { 131057, 400 }, { 131059, 400 }, { 131060, 400 }, { 131061, 400 }, { 131062, 400 }, { 131063, 400 }, { 131064, 400 }, { 131070, 400 }, { 131201, 400 }, { 131215, 400 },
        { 132000, 400 }, { 132001, 404 }, { 132005, 400 }, { 132007, 400 }, { 132008, 400 }, { 132012, 400 }, { 132015, 400 }, { 132016, 400 }, { 132018, 400 }, { 132068, 400 },
        { 132069, 400 }, { 133000, 500 }, { 133004, 503 }, { 133005, 400 }, { 133006, 400 }, { 133008, 400 }, { 133009, 400 }, { 133010, 400 }, { 133015, 400 }, { 133016, 400 },
        { 134011, 400 }, { 134100, 400 }, { 134101, 400 }, { 134102, 500 }, { 135000, 400 }, { 136024, 400 }, { 137000, 400 }, { 138000, 400 }, { 138018, 400 }, { 139000, 400 },
        { 139004, 400 }, { 139100, 400 }, { 139103, 500 }, { 147001, 400 }, { 147005, 400 }, { 200005, 400 }, { 200007, 400 }, { 1752041, 400 }, { 2388012, 400 }, { 2388293, 400 },
        { 2494100, 400 }, { 2494191, 400 }, { 2593107, 400 },
    };

    [Fact]
    public async Task Each_code_comes_in_the_answer_and_in_a_status_with_its_title()
    {
        await using var platform = await Platform.StartAsync(options => options.PairInterval = TimeSpan.Zero);
        platform.Shop.Status = "CONNECTED";
        await platform.OpenWindowAsync();
        foreach (var row in Codes)
        {
            var (code, http) = row.Data;
            platform.Emulator.Faults.OnSend().Error(code);
            var refused = await platform.TextAsync();
            Assert.Equal((http, code), (refused.Status, refused.Code));
            Assert.StartsWith($"(#{code}) ", refused.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(refused.Details);
            Assert.NotEmpty(refused.Error.GetProperty("fbtrace_id").GetString()!);
            Assert.DoesNotContain("Unknown error", refused.Text, StringComparison.Ordinal);
        }

        var played = 0;
        foreach (var row in Codes.Where((_, index) => index % 4 == 0))
        {
            platform.Emulator.Faults.OnSend().FailLater(row.Data.Item1);
            var accepted = await platform.TextAsync();
            await platform.IdleAsync();
            played++;
            Assert.Equal(200, accepted.Status);
            var error = platform.Bot.Statuses[^1].GetProperty("errors")[0];
            Assert.Equal(row.Data.Item1, error.GetProperty("code").GetInt32());
            Assert.Equal(accepted.MessageId, platform.Bot.Statuses[^1].GetProperty("id").GetString());
            Assert.NotEmpty(error.GetProperty("title").GetString()!);
            Assert.NotEmpty(error.GetProperty("error_data").GetProperty("details").GetString()!);
        }

        Assert.Equal(played, platform.Bot.Statuses.Length);
    }
}
