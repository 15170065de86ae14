using WhatsApp.Client;

namespace Snippets.WhatsApp;

internal static class Errors
{
    public static async Task SendAsync(WhatsAppSender sender, Recipient customer, OutgoingMessage message, IQueue queue, CancellationToken cancellationToken)
    {
        #region catch
        try
        {
            await sender.SendAsync(customer, message, cancellationToken: cancellationToken);
        }
        catch (InvalidMessageException invalid) // nothing was sent
        {
            foreach (MessageFault fault in invalid.Faults)
                queue.Report($"{fault.Path}: {fault.Kind}, limit {fault.Limit}, is {fault.Actual}");
        }
        catch (WhatsAppApiException refusal) when (refusal.RetryClass == WhatsAppRetryClass.Account)
        {
            queue.StopNumber(sender.PhoneNumberId, refusal.Advice); // token, permission or payment: a person must act
        }
        catch (WhatsAppApiException refusal) when (refusal.Code == 131047)
        {
            queue.UseTemplateInstead(customer); // the customer service window is closed
        }
        catch (WhatsAppUnavailableException lost) when (lost.RequestWasSent)
        {
            queue.AwaitStatus(customer); // it may have been sent: never send it again blindly
        }
        #endregion
    }

    public static void Look(Action<string> write)
    {
        #region catalogue
        foreach (WhatsAppErrorInfo row in WhatsAppErrors.All)
            write($"{row.Code} {row.Name}: {row.Category}, {row.RetryClass}. {row.Advice}");
        #endregion
    }

    internal interface IQueue
    {
        void Report(string line);

        void StopNumber(PhoneNumberId number, string why);

        void UseTemplateInstead(Recipient customer);

        void AwaitStatus(Recipient customer);
    }
}
