using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>What the inbound types other than text and replies say.</summary>
public sealed class TypedMessageTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1790000000);

    [Fact]
    public void Image_is_read_whole()
    {
        var image = Payload.One<ImageReceived>("image/plain");

        Assert.Equal(new MediaId("910300"), image.MediaId);
        Assert.Equal("image/jpeg", image.MimeType);
        Assert.Equal("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=", image.Sha256);
        Assert.Equal("https://lookaside.fbsbx.com/x?mid=910300", image.Url);
        Assert.Equal("broken loaf", image.Caption);
        Assert.Equal("DE.48213377190552", image.From.UserId);
    }

    [Fact]
    public void Other_files_have_what_is_their_own()
    {
        Assert.Equal("see", Payload.One<VideoReceived>("video/plain").Caption);
        Assert.True(Payload.One<AudioReceived>("audio/plain").IsVoice);
        Assert.Equal("audio/ogg; codecs=opus", Payload.One<AudioReceived>("audio/plain").MimeType);
        Assert.True(Payload.One<StickerReceived>("sticker/plain").IsAnimated);
        var document = Payload.One<DocumentReceived>("document/plain");
        Assert.Equal(("../order.pdf", "the order"), (document.Filename, document.Caption));
    }

    [Fact]
    public void Content_is_the_member_named_like_the_type_wherever_the_type_stands() =>
        Assert.Equal(new MediaId("2"), Payload.One<VideoReceived>("image/type_last").MediaId);

    [Fact]
    public void Referral_is_read_on_any_kind()
    {
        Assert.Equal(
            new Referral { SourceUrl = "https://fb.me/abc", SourceId = "1200", SourceType = ReferralSourceType.Ad, Headline = "Fresh bread", MediaType = "image", CtwaClid = "Af-xyz" },
            Payload.One<ImageReceived>("image/referral").Referral);
        var full = Payload.One<TextReceived>("text/full_referral").Referral!;
        Assert.Equal(("Hi!", "spring", "https://t.example/1", ReferralSourceType.Post), (full.WelcomeMessage, full.Ref, full.ThumbnailUrl, full.SourceType));
    }

    [Fact]
    public void Location_is_read()
    {
        var location = Payload.One<LocationReceived>("location/plain");

        Assert.Equal((52.520008, 13.404954, "Bakery", "Mill Street 1", "https://bakery.example"), (location.Latitude, location.Longitude, location.Name, location.Address, location.Url));
        Assert.Equal((-33.5, 0), (Payload.One<LocationReceived>("location/text_numbers").Latitude, Payload.One<LocationReceived>("location/text_numbers").Longitude));
    }

    [Fact]
    public void Contacts_are_read_without_what_is_none()
    {
        var contact = Assert.Single(Payload.One<ContactsReceived>("contacts/plain").Contacts);

        Assert.Equal(("Noor Ali", "Noor", "Ali", "Mill"), (contact.FormattedName, contact.FirstName, contact.LastName, contact.Company));
        Assert.Equal(new SharedPhone { Phone = "+49 1555 0002222", WaId = "4915550002222", Type = "CELL" }, Assert.Single(contact.Phones));
        Assert.Equal("noor@example.com", Assert.Single(contact.Emails));
        Assert.Equal(("BEGIN:VCARD", ContactOrigin.Other), (contact.Vcard, contact.Origin));
    }

    [Fact]
    public void Own_contact_on_request_needs_no_name()
    {
        var contact = Assert.Single(Payload.One<ContactsReceived>("contacts/without_name").Contacts);

        Assert.Equal((ContactOrigin.ContactRequest, null, "4915550001111"), (contact.Origin, contact.FormattedName, contact.Phones[0].WaId));
    }

    [Theory]
    [InlineData("reaction/plain", "👍")]
    [InlineData("reaction/removed", null)]
    [InlineData("reaction/removed_empty", null)]
    public void Reaction_and_its_removal_are_read(string name, string? emoji)
    {
        var reaction = Payload.One<ReactionReceived>(name);

        Assert.Equal((new MessageId("wamid.OUT="), emoji), (reaction.MessageId, reaction.Emoji));
    }

    [Fact]
    public void Template_button_is_read() => Assert.Equal(
        ("Stop promotions", "stop"), (Payload.One<TemplateButtonReceived>("button/plain").Text, Payload.One<TemplateButtonReceived>("button/plain").Payload));

    [Fact]
    public void Order_has_decimal_prices()
    {
        var order = Payload.One<OrderReceived>("order/plain");

        Assert.Equal(new OrderedProduct { ProductRetailerId = "rye-1", Quantity = 2, ItemPrice = 4.9m, Currency = "EUR" }, Assert.Single(order.Items));
        Assert.Equal(("5550", null, 0), (order.CatalogId, order.Text, order.UnreadableItems));
    }

    [Fact]
    public void Order_line_that_cannot_be_read_is_counted()
    {
        var order = Payload.One<OrderReceived>("order/odd_items");

        Assert.Equal([("rye-1", 2, 4.90m), ("roll", 1, 0.1m)], order.Items.Select(item => (item.ProductRetailerId, item.Quantity, item.ItemPrice!.Value)));
        Assert.Equal((2, "gift"), (order.UnreadableItems, order.Text));
    }

    [Fact]
    public void Number_change_names_both_numbers_and_ids()
    {
        var changed = Payload.One<NumberChanged>("system/user_changed_number");

        Assert.Equal(("4915550001111", "4915550002222"), (changed.OldWaId, changed.NewWaId));
        Assert.Equal(("DE.48213377190552", "DE.99001122334455"), (changed.PreviousUserId, changed.UserId));
        var older = Payload.One<NumberChanged>("system/customer_changed_number");
        Assert.Equal(("4915550001111", "4915550002222", "customer_changed_number"), (older.OldWaId, older.NewWaId, older.SystemType));
    }

    [Fact]
    public void User_id_change_names_both_ids()
    {
        var changed = Payload.One<UserIdChanged>("system/user_changed_user_id");

        Assert.Equal(("DE.48213377190552", "DE.99001122334455", null), (changed.PreviousUserId, changed.UserId, changed.WaId));
        Assert.Equal("User changed", changed.Body);
    }

    [Theory]
    [InlineData("system/customer_identity_changed")]
    [InlineData("system/user_identity_changed")]
    public void Identity_change_has_the_hash(string name)
    {
        var changed = Payload.One<IdentityChanged>(name);

        Assert.Equal("h4sh", changed.Hash);
        Assert.Equal(new SenderIdentity { Hash = "h4sh", Acknowledged = true, CreatedAt = At }, changed.Identity);
    }

    [Fact]
    public void System_message_of_tomorrow_keeps_its_word() => Assert.Equal("user_grew_wings", Payload.One<UnknownSystemReceived>("system/brand_new").SystemType);

    [Fact]
    public void Edit_and_revoke_name_the_message()
    {
        var edit = Payload.One<EditReceived>("edit/plain");
        Assert.Equal((new MessageId("wamid.0="), "text", "Hello again"), (edit.OriginalMessageId, edit.ContentType, edit.Text));
        Assert.Equal(("image", "Hello again"), (Payload.One<EditReceived>("edit/caption").ContentType, Payload.One<EditReceived>("edit/caption").Text));
        Assert.Equal(new MessageId("wamid.0="), Payload.One<RevokeReceived>("revoke/plain").OriginalMessageId);
    }

    [Theory]
    [InlineData("unsupported/plain", null, 131051)]
    [InlineData("unsupported/poll", "poll_creation", 131060)]
    [InlineData("unsupported/unknown", null, 131051)]
    [InlineData("interactive/missing_object", "interactive", 131000)]
    public void Unsupported_message_says_what_and_why(string name, string? type, int code)
    {
        var unsupported = Payload.One<UnsupportedReceived>(name);

        Assert.Equal((type, code), (unsupported.UnsupportedType, Assert.Single(unsupported.Errors).Code));
    }

    [Fact]
    public void Form_reply_keeps_the_inner_json()
    {
        var reply = Payload.One<FlowReplyReceived>("interactive/flow_reply");

        Assert.Equal(("flow", "Sent", """{"flow_token":"t-1","size":"L"}""", "t-1"), (reply.Name, reply.Body, reply.ResponseJson, reply.FlowToken));
        Assert.Null(Payload.One<FlowReplyReceived>("interactive/address_reply").FlowToken);
    }

    [Fact]
    public void Call_permission_is_read_with_either_kind_of_time()
    {
        var accepted = Payload.One<CallPermissionReplyReceived>("interactive/call_permission");
        var rejected = Payload.One<CallPermissionReplyReceived>("interactive/call_permission_text");

        Assert.Equal((CallPermissionResponse.Accept, false, false), (accepted.Response, accepted.IsPermanent, accepted.IsAutomatic));
        Assert.Equal((CallPermissionResponse.Reject, true), (rejected.Response, rejected.IsAutomatic));
        Assert.Equal(accepted.ExpiresAt, rejected.ExpiresAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790600000), accepted.ExpiresAt);
    }

    [Fact]
    public void Context_names_the_product_asked_about()
    {
        var context = Payload.One<TextReceived>("text/referred_product").Context!;

        Assert.Equal(new ReferredProduct { CatalogId = "5550", ProductRetailerId = "rye-1" }, context.ReferredProduct);
        Assert.Equal(("4930555000", "DE.1", "DE.ENT.1"), (context.From, context.FromUserId, context.FromParentUserId));
        Assert.Equal((true, true), (Payload.One<TextReceived>("text/frequently_forwarded").Context!.Forwarded, Payload.One<TextReceived>("text/frequently_forwarded").Context!.FrequentlyForwarded));
    }

    [Fact]
    public void Unreadable_texts_cost_only_themselves()
    {
        var order = Assert.IsType<OrderReceived>(Assert.Single(Payload.Read(Payload.Messages(
            """[{"id":"w","timestamp":"1","type":"order","order":{"text":"cut \ud83d and \u0000nul","product_items":[]}}]"""))));
        var image = Assert.IsType<ImageReceived>(Assert.Single(Payload.Read(Payload.Messages(
            """[{"id":"w","timestamp":"1","type":"image","image":{"id":12345678901234567890,"caption":"\ude00 \u0000!","sha256":5,"mime_type":[]}}]"""))));

        Assert.Equal("cut \uFFFD and nul", order.Text);
        Assert.Equal((new MediaId("12345678901234567890"), "\uFFFD !", "5", null), (image.MediaId, image.Caption, image.Sha256, image.MimeType));
    }

    [Fact]
    public void Event_made_by_hand_equals_the_one_read()
    {
        var read = Payload.One<TextReceived>("text/plain");
        var made = new TextReceived
        {
            WabaId = "700100",
            Field = "messages",
            PhoneNumberId = new PhoneNumberId("800200"),
            Raw = read.Raw,
            ContactRaw = read.ContactRaw,
            Id = new MessageId("wamid.IN="),
            Timestamp = At,
            Type = "text",
            From = new MessageSender { UserId = "DE.48213377190552", WaId = "4915550001111", Username = "mira.k", ProfileName = "Mira K." },
            Body = "Hello",
        };

        Assert.Equal(made, read);
        Assert.Equal(made.GetHashCode(), read.GetHashCode());
        Assert.NotEqual(made, read with { Body = "hello" });
        Assert.Equal("Hello", (read with { Raw = default }).Body);
    }
}
