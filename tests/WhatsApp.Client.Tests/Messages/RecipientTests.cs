using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Messages;

public sealed class RecipientTests
{
    [Theory]
    [InlineData("1234567")]
    [InlineData("+1234567")]
    [InlineData("123456789012345")]
    public void Phone_accepts_7_to_15_digits(string number) => Assert.Equal(number, new Recipient.Phone(number).Number);

    [Theory]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("1234567890123456")]
    [InlineData("+49 1555000")]
    [InlineData("++1234567")]
    [InlineData("1234567\n")]
    [InlineData("١٢٣٤٥٦٧")]
    [InlineData("DE.48213377190552")]
    public void Phone_refuses_other_forms_and_does_not_show_them(string number)
    {
        var exception = Assert.Throws<ArgumentException>(() => new Recipient.Phone(number));

        if (number.Length > 0)
            Assert.DoesNotContain(number, exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Recipient.Phone("1234567") with { Number = number });
    }

    [Theory]
    [InlineData("DE.48213377190552")]
    [InlineData("DE.ENT.48213377190552")]
    [InlineData("US.aB3")]
    public void User_accepts_business_scoped_ids(string userId) => Assert.Equal(userId, new Recipient.User(userId).UserId);

    [Theory]
    [InlineData("")]
    [InlineData("de.1")]
    [InlineData("DE.")]
    [InlineData("DE.1-2")]
    [InlineData("4915550001111")]
    public void User_refuses_other_forms(string userId) => Assert.Throws<ArgumentException>(() => new Recipient.User(userId));

    [Fact]
    public void User_of_128_characters_is_the_longest()
    {
        Assert.NotNull(new Recipient.User("DE." + new string('1', 128)));
        Assert.Throws<ArgumentException>(() => new Recipient.User("DE." + new string('1', 129)));
    }

    [Fact]
    public void Text_form_says_the_kind_only()
    {
        Assert.Equal("Recipient.Phone", new Recipient.Phone("4915550001111").ToString());
        Assert.Equal("Recipient.User", new Recipient.User("DE.1").ToString());
        Assert.Equal("Recipient.Group", new Recipient.Group("G1").ToString());
    }

    [Fact]
    public void Message_id_prints_a_hash_and_not_itself()
    {
        var text = new MessageId("wamid.HBgNNDkxNTU1MDAwMTExMQ==").ToString();

        Assert.Matches(@"^wamid\(…[0-9a-f]{4}\)$", text);
        Assert.NotEqual(text, new MessageId("wamid.other").ToString());
    }

    [Theory]
    [InlineData("G1", "4915550001111", "DE.1", "Group")]
    [InlineData(null, "4915550001111", "DE.1", "Phone")]
    [InlineData(null, null, "DE.1", "User")]
    [InlineData(null, "hidden", "DE.1", "User")]
    [InlineData(null, null, null, null)]
    [InlineData(null, null, "odd", null)]
    public void Reply_goes_to_group_then_phone_then_user(string? group, string? phone, string? user, string? expected)
    {
        var message = new TextReceived
        {
            WabaId = "1",
            Field = "messages",
            Raw = default,
            Id = new MessageId("wamid.IN="),
            Timestamp = DateTimeOffset.UnixEpoch,
            Type = "text",
            From = new MessageSender { WaId = phone, UserId = user },
            GroupId = group,
            Body = "Hi",
        };

        Assert.Equal(expected, Recipient.ReplyTo(message)?.GetType().Name);
    }
}
