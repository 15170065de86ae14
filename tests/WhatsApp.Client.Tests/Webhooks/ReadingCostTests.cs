using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>What reading may allocate. Times are measured in benchmarks/ShopBot.Benchmarks.</summary>
public sealed class ReadingCostTests
{
    private const string Wamid = "wamid.HBgNNDkxNTU1MDAwMTExMRUCABEYEjkxQkU0QzZCRkQ4QzVFNkE3MgA=";

    public static TheoryData<string> SingleMessages { get; } =
    [
        """ "text":{"body":"Do you have the rye bread in the small size too? Thank you!"},"type":"text" """,
        """ "context":{"from":"4930555000","id":"wamid.OUT="},"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"ok:9","title":"Confirm"}} """,
        """ "context":{"from":"4930555000","id":"wamid.OUT="},"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"slot:am","title":"Morning","description":"8-12 h"}} """,
        """ "type":"image","image":{"id":"910300","mime_type":"image/jpeg","sha256":"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=","caption":"broken loaf"} """,
        """ "type":"reaction","reaction":{"message_id":"wamid.OUT=","emoji":"x"} """,
    ];

    [Theory]
    [MemberData(nameof(SingleMessages))]
    public void One_message_costs_less_than_a_kilobyte(string content) => AssertCheap(Payload.Messages(
        $$"""[{"from":"4915550001111","from_user_id":"DE.48213377190552","id":"{{Wamid}}","timestamp":"1790000000",{{content}}}]""",
        """[{"profile":{"name":"Mira K.","username":"mira.k"},"wa_id":"4915550001111","user_id":"DE.48213377190552"}]"""));

    [Fact]
    public void One_status_costs_less_than_a_kilobyte() => AssertCheap(
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"4930555000","phone_number_id":"106540352242922"},
        "statuses":[{"id":"{{{Wamid}}}","status":"delivered","timestamp":"1790000050","recipient_id":"4915550001111","recipient_user_id":"DE.48213377190552","biz_opaque_callback_data":"0198f3b2a7c84e2e","pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"service"}}]},"field":"messages"}]}]}
        """);

    [Fact]
    public void Signature_costs_no_memory()
    {
        foreach (var size in new[] { 0, 600, 3_000_000 })
        {
            var body = new byte[size];
            string[] secrets = ["0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"];
            var header = WebhookSignature.Sign(body, secrets[1]);

            Assert.Equal(0, Allocated(() => WebhookSignature.Verify(body, header, secrets)));
        }
    }

    private static void AssertCheap(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);

        Assert.InRange(Allocated(() => WebhookReader.Read(bytes)), 1, 1024);
    }

    private static long Allocated(Action action)
    {
        action();
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
