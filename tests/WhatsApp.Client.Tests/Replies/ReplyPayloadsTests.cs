using System.Text;

namespace WhatsApp.Client.Tests.Replies;

public sealed class ReplyPayloadsTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("0123456789abcdef0123456789abcdef");
    private static readonly byte[] OtherKey = Encoding.UTF8.GetBytes("fedcba9876543210fedcba9876543210");

    private static ReplyPayloads Add(ReplyPayloads to) => to
        .With("add", 2, PayloadJson.Default.AddToCart)
        .WithOlder("add", 1, PayloadJson.Default.AddToCartOfLastYear, old => new AddToCart($"{old.Variant}"))
        .With("menu", 0, PayloadJson.Default.ShowMenu)
        .With("slot", 1, PayloadJson.Default.PickSlot)
        .With("positive", 1, PayloadJson.Default.Positive);

    private static readonly ReplyPayloads Plain = Add(new ReplyPayloads());
    private static readonly ReplyPayloads Signed = Add(new ReplyPayloads(Key));

    [Fact]
    public void Id_is_name_version_and_json_without_blanks()
    {
        Assert.Equal("""add.2{"v":"Grüße 日","q":3}""", Plain.Encode(new AddToCart("Grüße 日", 3)));
        Assert.Equal("menu.0", Plain.Encode(new ShowMenu()));
    }

    [Theory]
    [InlineData("42")]
    [InlineData("~1234567890123456")]
    [InlineData("a}~b{\"\\\u0000\n👋")]
    [InlineData("")]
    public void Record_comes_back(string variant)
    {
        foreach (var payloads in (ReplyPayloads[])[Plain, Signed])
        {
            var decoded = payloads.Decode(payloads.Encode(new AddToCart(variant, 3)));

            Assert.Equal((ReplyPayloadOutcome.Read, "add", 2), (decoded.Outcome, decoded.Name, decoded.Version));
            Assert.Equal(new AddToCart(variant, 3), decoded.Value);
        }

        Assert.True(Plain.TryDecode<PickSlot>(Plain.Encode(new PickSlot(8)), out var slot));
        Assert.Equal(8, slot.Hour);
        Assert.Equal(new ShowMenu(), Plain.Decode("menu.0").Value);
        Assert.False(Plain.TryDecode<AddToCart>("menu.0", out _));
    }

    [Fact]
    public void Older_version_is_upgraded()
    {
        Assert.True(Plain.TryDecode<AddToCart>("""add.1{"Variant":42}""", out var add));
        Assert.Equal(new AddToCart("42"), add);
    }

    [Theory]
    [InlineData("", ReplyPayloadOutcome.NotAPayload)]
    [InlineData(null, ReplyPayloadOutcome.NotAPayload)]
    [InlineData("hello", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add.", ReplyPayloadOutcome.NotAPayload)]
    [InlineData(".2{}", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add.02{}", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add.-2{}", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add.99999999999{}", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("a d.2{}", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("{add.2}", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add.2{\"v\":\"1\"} ", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("add.2[1]", ReplyPayloadOutcome.NotAPayload)]
    [InlineData("addd.2{}", ReplyPayloadOutcome.UnknownName)]
    [InlineData("add.3{}", ReplyPayloadOutcome.UnknownVersion)]
    [InlineData("add.2{\"v\":1}", ReplyPayloadOutcome.Unreadable)]
    [InlineData("add.2{\"v\"}", ReplyPayloadOutcome.Unreadable)]
    [InlineData("add.2{\"v\":\"\uD83D\"}{}", ReplyPayloadOutcome.Unreadable)]
    [InlineData("positive.1{\"number\":-1}", ReplyPayloadOutcome.Unreadable)]
    public void Anything_else_is_a_value_not_an_exception(string? id, ReplyPayloadOutcome expected)
    {
        var decoded = Plain.Decode(id);

        Assert.Equal((expected, null), (decoded.Outcome, decoded.Value));
        Assert.Equal(expected is ReplyPayloadOutcome.NotAPayload, decoded.Name is null);
    }

    [Fact]
    public void Changed_id_is_not_authentic()
    {
        var id = Signed.Encode(new AddToCart("42", 3));
        for (var i = 0; i < id.Length; i++)
        {
            var changed = $"{id[..i]}{(char)(id[i] ^ 1)}{id[(i + 1)..]}";

            Assert.Contains(Signed.Decode(changed).Outcome, (ReplyPayloadOutcome[])[ReplyPayloadOutcome.NotAuthentic, ReplyPayloadOutcome.NotAPayload]);
            Assert.Null(Signed.Decode(changed).Name);
        }

        Assert.Equal(ReplyPayloadOutcome.NotAuthentic, Signed.Decode("""add.2{"v":"42","q":3}""").Outcome);
        Assert.Equal(ReplyPayloadOutcome.NotAuthentic, Signed.Decode("nobody.2").Outcome);
        Assert.Equal(ReplyPayloadOutcome.NotAuthentic, Add(new ReplyPayloads(OtherKey)).Decode(id).Outcome);
    }

    [Fact]
    public void Key_can_be_changed_while_old_buttons_live()
    {
        var id = Signed.Encode(new AddToCart("42"));
        var changed = Add(new ReplyPayloads(OtherKey, Key));

        Assert.Equal(new AddToCart("42"), changed.Decode(id).Value);
        Assert.NotEqual(id, changed.Encode(new AddToCart("42")));
        Assert.Equal(16 + 1, id.Length - Plain.Encode(new AddToCart("42")).Length);
    }

    [Fact]
    public void Id_too_long_tells_both_lengths_and_not_the_payload()
    {
        var fits = new AddToCart(new string('x', 200 - """add.2{"v":"","q":1}""".Length));
        Assert.Equal(200, Plain.Encode(fits).Length);
        var tooLong = fits with { VariantId = fits.VariantId + "x" };

        var exception = Assert.Throws<ArgumentException>(() => Plain.Encode(tooLong));

        Assert.Contains("add.2 takes 201 characters, but this id may have 200", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", exception.Message, StringComparison.Ordinal);
        Assert.Equal(201, Plain.Encode(tooLong, ReplyPayloads.MaxButtonId).Length);
        Assert.Equal(201, Plain.Button(tooLong, "Add").Id.Length);
        Assert.Throws<ArgumentException>(() => Plain.Row(tooLong, "Add"));
    }

    [Fact]
    public void Payload_makes_buttons_rows_choices_and_quick_replies()
    {
        const string id = """slot.1{"Hour":8}""";
        var slot = new PickSlot(8);

        Assert.Equal(new ReplyButton(id, "Morning"), Plain.Button(slot, "Morning"));
        Assert.Equal(new ListRow(id, "Morning", "8-12 h"), Plain.Row(slot, "Morning", "8-12 h"));
        Assert.Equal(new Choice(id, "Morning"), Plain.Choice(slot, "Morning"));
        Assert.Equal(new TemplateButton.QuickReply(1, id), Plain.QuickReply(1, slot));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a{b")]
    [InlineData("ä")]
    [InlineData("123456789012345678901234567890123")]
    public void Name_has_a_form(string name) => Assert.Throws<ArgumentException>(() => new ReplyPayloads().With(name, 1, PayloadJson.Default.ShowMenu));

    [Fact]
    public void Mistakes_of_the_program_are_told_at_once()
    {
        Assert.Throws<ArgumentException>(() => Plain.With("menu", 0, PayloadJson.Default.String));
        Assert.Throws<ArgumentException>(() => Plain.With("menu2", 0, PayloadJson.Default.ShowMenu));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plain.With("text", -1, PayloadJson.Default.String));
        Assert.Contains("With(", Assert.Throws<InvalidOperationException>(() => Plain.Encode("text")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Plain.With("text", 1, PayloadJson.Default.String).Encode("text"));
        Assert.Throws<ArgumentException>(() => new ReplyPayloads(new byte[15]));
        Assert.Throws<ArgumentException>(() => new ReplyPayloads(Array.Empty<byte[]>()));
    }

    [Fact]
    public void Value_is_not_printed() =>
        Assert.Equal("ReplyPayload(Read, slot.1)", Plain.Decode("""slot.1{"Hour":8}""").ToString());

    [Fact]
    public void Random_ids_never_throw()
    {
        var random = new Random(20_261_125);
        const string signs = "add.12{}\"vq:~_-\\u0 ,[]\uD83D";
        for (var round = 0; round < 50_000; round++)
        {
            var id = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => signs[random.Next(signs.Length)])]);
            Plain.Decode(id);
            Plain.Decode("add.2{" + id + "}");
            Assert.Null(Signed.Decode(id).Value);
        }
    }
}
