namespace WhatsApp.Emulator.Tests;

public sealed class GroupTests
{
    [Fact]
    public async Task A_group_is_made_joined_written_to_and_dissolved()
    {
        await using var platform = await Platform.StartAsync();
        var jonas = platform.Emulator.AddPhone("Jonas", null, "DE.777");
        var made = await platform.PostAsync("800200/groups", """{"messaging_product":"whatsapp","subject":"Bakers","join_approval_mode":"auto_approve"}""");
        await platform.IdleAsync();
        var created = platform.Bot.Of("group_lifecycle_update")[0].GetProperty("groups")[0];
        var id = created.GetProperty("group_id").GetString()!;
        string To(string rest) => $$"""  "recipient_type":"group","to":"{{id}}",{{rest}}  """;

        Assert.Equal(131020, (await platform.SendAsync(To("\"type\":\"text\",\"text\":{\"body\":\"x\"}"))).Code);
        var group = platform.Emulator.Groups.Single();
        await group.JoinAsync(platform.Mira, Platform.Cancel);
        await group.JoinAsync(jonas, Platform.Cancel);
        await platform.Mira.SaysInGroupAsync(group, "hello all", Platform.Cancel);
        var sent = await platform.SendAsync(To("\"type\":\"text\",\"text\":{\"body\":\"welcome\"}"));
        await platform.IdleAsync();
        var pinned = await platform.SendAsync(To($"\"type\":\"pin\",\"pin\":{{\"type\":\"pin\",\"message_id\":\"{sent.MessageId}\",\"expiration_days\":7}}"));
        var interactive = await platform.SendAsync(To("\"type\":\"interactive\",\"interactive\":{}"));
        await group.SuspendAsync(true, Platform.Cancel);
        var suspended = await platform.SendAsync(To("\"type\":\"text\",\"text\":{\"body\":\"x\"}"));
        await platform.DeleteAsync(id);
        await platform.IdleAsync();

        Assert.Equal((made.Json.GetProperty("request_id").GetString(), "Bakers"), (created.GetProperty("request_id").GetString(), created.GetProperty("subject").GetString()));
        Assert.Equal(id, platform.Bot.Messages.Single().GetProperty("group_id").GetString());
        var statuses = platform.Bot.Statuses.Where(status => status.GetProperty("id").GetString() == sent.MessageId).ToArray();
        Assert.Equal(["sent", "delivered", "delivered", "read", "read"], statuses.Select(status => status.GetProperty("status").GetString()));
        Assert.All(statuses, status => Assert.Equal((id, "group"), (status.GetProperty("recipient_id").GetString(), status.GetProperty("recipient_type").GetString())));
        Assert.Equal("group_service", statuses[0].GetProperty("pricing").GetProperty("category").GetString());
        Assert.Equal((200, 100, 131207), (pinned.Status, interactive.Code, suspended.Code));
        Assert.Equal("group_suspend", platform.Bot.Of("group_status_update")[0].GetProperty("groups")[0].GetProperty("type").GetString());
        Assert.Equal("group_delete", platform.Bot.Of("group_lifecycle_update")[1].GetProperty("groups")[0].GetProperty("type").GetString());
        Assert.Equal(131041, (await platform.SendAsync(To("\"type\":\"text\",\"text\":{\"body\":\"x\"}"))).Code);
    }

    [Fact]
    public async Task Join_requests_are_approved_or_rejected_and_participants_removed()
    {
        await using var platform = await Platform.StartAsync();
        var jonas = platform.Emulator.AddPhone("Jonas", null, "DE.777");
        await platform.PostAsync("800200/groups", """{"messaging_product":"whatsapp","subject":"Bakers","join_approval_mode":"approval_required"}""");
        await platform.IdleAsync();
        var group = platform.Emulator.Groups.Single();
        await group.JoinAsync(platform.Mira, Platform.Cancel);
        await group.JoinAsync(jonas, Platform.Cancel);
        var requests = await platform.GetAsync($"{group.Id}/join_requests");
        string Body(int index) => $$"""{"messaging_product":"whatsapp","join_requests":["{{requests.Data[index].GetProperty("join_request_id").GetString()}}"]}""";

        Assert.Equal(200, (await platform.PostAsync($"{group.Id}/join_requests", Body(0))).Status);
        Assert.Equal(200, (await platform.DeleteAsync($"{group.Id}/join_requests", Body(1))).Status);
        Assert.Equal(131213, (await platform.DeleteAsync($"{group.Id}/join_requests", Body(1))).Code);
        var read = await platform.GetAsync(group.Id);
        var removed = await platform.DeleteAsync($"{group.Id}/participants", $$"""{"messaging_product":"whatsapp","participants":[{"user":"{{Platform.MiraPhone}}"}]}""");
        var again = await platform.DeleteAsync($"{group.Id}/participants", $$"""{"messaging_product":"whatsapp","participants":[{"user":"{{Platform.MiraPhone}}"}]}""");
        var link = (await platform.GetAsync($"{group.Id}/invite_link")).Json.GetProperty("invite_link").GetString();
        var reset = (await platform.PostAsync($"{group.Id}/invite_link", """{"messaging_product":"whatsapp"}""")).Json.GetProperty("invite_link").GetString();
        await platform.IdleAsync();

        Assert.Equal(1, read.Json.GetProperty("total_participant_count").GetInt32());
        Assert.Equal((200, 131212), (removed.Status, again.Code));
        Assert.NotEqual(link, reset);
        Assert.Equal(["group_join_request_created", "group_join_request_created", "group_participants_add", "group_participants_remove"],
            platform.Bot.Of("group_participants_update").Select(value => value.GetProperty("groups")[0].GetProperty("type").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_thread_of_another_app_arrives_as_standby_until_control_is_taken()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        await platform.Shop.HandThreadToAsync(platform.Mira, "human_agent", Platform.Cancel);
        await platform.Mira.SaysAsync(platform.Shop, "for the human", Platform.Cancel);

        var taken = await platform.PostAsync("800200/thread_control", $$"""{"messaging_product":"whatsapp","action":"take","to":"{{Platform.MiraPhone}}"}""");
        await platform.Mira.SaysAsync(platform.Shop, "for the bot", Platform.Cancel);
        await platform.IdleAsync();

        Assert.Equal(200, taken.Status);
        Assert.Equal("for the human", platform.Bot.Of("standby")[0].GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
        Assert.Equal("for the bot", platform.Bot.Of("messages")[^1].GetProperty("messages")[0].GetProperty("text").GetProperty("body").GetString());
        Assert.Equal(["control_taken", "control_passed"], platform.Bot.Of("messaging_handovers").Select(value => value.GetProperty("messaging_handovers")[0].GetProperty("type").GetString()));
    }
}
