using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Contracts.CQS;
using Nethereum.Contracts;
using System.Threading;

namespace Sending.Chain.Contracts.SendToken.ContractDefinition
{


    public partial class SendTokenDeployment : SendTokenDeploymentBase
    {
        public SendTokenDeployment() : base(BYTECODE) { }
        public SendTokenDeployment(string byteCode) : base(byteCode) { }
    }

    public class SendTokenDeploymentBase : ContractDeploymentMessage
    {
        public static string BYTECODE = "0x610160604052348015610010575f5ffd5b5060405161138038038061138083398101604081905261002f91610332565b6040518060400160405280600481526020016314d1539160e21b81525080604051806040016040528060018152602001603160f81b8152506040518060400160405280600481526020016314d1539160e21b8152506040518060400160405280600481526020016314d1539160e21b81525081600390816100b09190610402565b5060046100bd8282610402565b5050506100cf8261018e60201b60201c565b610120526100dc8161018e565b61014052815160208084019190912060e052815190820120610100524660a05261016860e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c05250610188816b033b2e3c9fd0803ce80000006101d4565b5061053d565b5f5f829050601f815111156101c1578260405163305a27a960e01b81526004016101b891906104c0565b60405180910390fd5b80516101cc826104f5565b179392505050565b6001600160a01b0382166101fd5760405163ec442f0560e01b81525f60048201526024016101b8565b6102085f838361020c565b5050565b6001600160a01b038316610236578060025f82825461022b9190610518565b909155506102a69050565b6001600160a01b0383165f90815260208190526040902054818110156102885760405163391434e360e21b81526001600160a01b038516600482015260248101829052604481018390526064016101b8565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b0382166102c2576002805482900390556102e0565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8360405161032591815260200190565b60405180910390a3505050565b5f60208284031215610342575f5ffd5b81516001600160a01b0381168114610358575f5ffd5b9392505050565b634e487b7160e01b5f52604160045260245ffd5b600181811c9082168061038757607f821691505b6020821081036103a557634e487b7160e01b5f52602260045260245ffd5b50919050565b601f8211156103fd57828211156103fd57805f5260205f20601f840160051c60208510156103d657505f5b90810190601f840160051c035f5b818110156103f9575f838201556001016103e4565b5050505b505050565b81516001600160401b0381111561041b5761041b61035f565b61042f816104298454610373565b846103ab565b6020601f821160018114610461575f831561044a5750848201515b5f19600385901b1c1916600184901b1784556104b9565b5f84815260208120601f198516915b828110156104905787850151825560209485019460019092019101610470565b50848210156104ad57868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b805160208083015191908110156103a5575f1960209190910360031b1b16919050565b8082018082111561053757634e487b7160e01b5f52601160045260245ffd5b92915050565b60805160a05160c05160e051610100516101205161014051610df261058e5f395f61070d01525f6106e201525f61068b01525f61066301525f6105be01525f6105e801525f6106120152610df25ff3fe608060405234801561000f575f5ffd5b50600436106100e5575f3560e01c80637ecebe0011610088578063a9059cbb11610063578063a9059cbb146101c4578063c50497ae146101d7578063d505accf146101ea578063dd62ed3e146101ff575f5ffd5b80637ecebe001461018e57806384b0196e146101a157806395d89b41146101bc575f5ffd5b806323b872dd116100c357806323b872dd1461013c578063313ce5671461014f5780633644e5151461015e57806370a0823114610166575f5ffd5b806306fdde03146100e9578063095ea7b31461010757806318160ddd1461012a575b5f5ffd5b6100f1610237565b6040516100fe9190610b97565b60405180910390f35b61011a610115366004610bcb565b6102c7565b60405190151581526020016100fe565b6002545b6040519081526020016100fe565b61011a61014a366004610bf3565b6102e0565b604051601281526020016100fe565b61012e610303565b61012e610174366004610c2d565b6001600160a01b03165f9081526020819052604090205490565b61012e61019c366004610c2d565b610311565b6101a961032e565b6040516100fe9796959493929190610c46565b6100f1610370565b61011a6101d2366004610bcb565b61037f565b61012e6b033b2e3c9fd0803ce800000081565b6101fd6101f8366004610cdc565b61038c565b005b61012e61020d366004610d49565b6001600160a01b039182165f90815260016020908152604080832093909416825291909152205490565b60606003805461024690610d7a565b80601f016020809104026020016040519081016040528092919081815260200182805461027290610d7a565b80156102bd5780601f10610294576101008083540402835291602001916102bd565b820191905f5260205f20905b8154815290600101906020018083116102a057829003601f168201915b5050505050905090565b5f336102d48185856104c7565b60019150505b92915050565b5f336102ed8582856104d9565b6102f8858585610555565b506001949350505050565b5f61030c6105b2565b905090565b6001600160a01b0381165f908152600760205260408120546102da565b5f6060805f5f5f606061033f6106db565b610347610706565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b60606004805461024690610d7a565b5f336102d4818585610555565b834211156103b55760405163313c898160e11b8152600481018590526024015b60405180910390fd5b5f7f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c98888886104008c6001600160a01b03165f90815260076020526040902080546001810190915590565b6040805160208101969096526001600160a01b0394851690860152929091166060840152608083015260a082015260c0810186905260e0016040516020818303038152906040528051906020012090505f61045a82610731565b90505f6104698287878761075d565b9050896001600160a01b0316816001600160a01b0316146104b0576040516325c0072360e11b81526001600160a01b0380831660048301528b1660248201526044016103ac565b6104bb8a8a8a6104c7565b50505050505050505050565b6104d48383836001610789565b505050565b6001600160a01b038381165f908152600160209081526040808320938616835292905220545f1981101561054f578181101561054157604051637dc7a0d960e11b81526001600160a01b038416600482015260248101829052604481018390526064016103ac565b61054f84848484035f610789565b50505050565b6001600160a01b03831661057e57604051634b637e8f60e11b81525f60048201526024016103ac565b6001600160a01b0382166105a75760405163ec442f0560e01b81525f60048201526024016103ac565b6104d483838361085b565b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561060a57507f000000000000000000000000000000000000000000000000000000000000000046145b1561063457507f000000000000000000000000000000000000000000000000000000000000000090565b61030c604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b606061030c7f0000000000000000000000000000000000000000000000000000000000000000610981565b606061030c7f0000000000000000000000000000000000000000000000000000000000000000610981565b5f6102da61073d6105b2565b8360405161190160f01b8152600281019290925260228201526042902090565b5f5f5f5f61076d888888886109be565b92509250925061077d8282610a86565b50909695505050505050565b6001600160a01b0384166107b25760405163e602df0560e01b81525f60048201526024016103ac565b6001600160a01b0383166107db57604051634a1406b160e11b81525f60048201526024016103ac565b6001600160a01b038085165f908152600160209081526040808320938716835292905220829055801561054f57826001600160a01b0316846001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b9258460405161084d91815260200190565b60405180910390a350505050565b6001600160a01b038316610885578060025f82825461087a9190610db2565b909155506108f59050565b6001600160a01b0383165f90815260208190526040902054818110156108d75760405163391434e360e21b81526001600160a01b038516600482015260248101829052604481018390526064016103ac565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b0382166109115760028054829003905561092f565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8360405161097491815260200190565b60405180910390a3505050565b60605f61098d83610b42565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411156109f757505f91506003905082610a7c565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015610a48573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b038116610a7357505f925060019150829050610a7c565b92505f91508190505b9450945094915050565b5f826003811115610a9957610a99610dd1565b03610aa2575050565b6001826003811115610ab657610ab6610dd1565b03610ad45760405163f645eedf60e01b815260040160405180910390fd5b6002826003811115610ae857610ae8610dd1565b03610b095760405163fce698f760e01b8152600481018290526024016103ac565b6003826003811115610b1d57610b1d610dd1565b03610b3e576040516335e2f38360e21b8152600481018290526024016103ac565b5050565b5f60ff8216601f8111156102da57604051632cd44ac360e21b815260040160405180910390fd5b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f610ba96020830184610b69565b9392505050565b80356001600160a01b0381168114610bc6575f5ffd5b919050565b5f5f60408385031215610bdc575f5ffd5b610be583610bb0565b946020939093013593505050565b5f5f5f60608486031215610c05575f5ffd5b610c0e84610bb0565b9250610c1c60208501610bb0565b929592945050506040919091013590565b5f60208284031215610c3d575f5ffd5b610ba982610bb0565b60ff60f81b8816815260e060208201525f610c6460e0830189610b69565b8281036040840152610c768189610b69565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015610ccb578351835260209384019390920191600101610cad565b50909b9a5050505050505050505050565b5f5f5f5f5f5f5f60e0888a031215610cf2575f5ffd5b610cfb88610bb0565b9650610d0960208901610bb0565b95506040880135945060608801359350608088013560ff81168114610d2c575f5ffd5b9699959850939692959460a0840135945060c09093013592915050565b5f5f60408385031215610d5a575f5ffd5b610d6383610bb0565b9150610d7160208401610bb0565b90509250929050565b600181811c90821680610d8e57607f821691505b602082108103610dac57634e487b7160e01b5f52602260045260245ffd5b50919050565b808201808211156102da57634e487b7160e01b5f52601160045260245ffd5b634e487b7160e01b5f52602160045260245ffdfea164736f6c6343000825000a";
        public SendTokenDeploymentBase() : base(BYTECODE) { }
        public SendTokenDeploymentBase(string byteCode) : base(byteCode) { }
        [Parameter("address", "treasury", 1)]
        public virtual string Treasury { get; set; }
    }

    public partial class DomainSeparatorFunction : DomainSeparatorFunctionBase { }

    [Function("DOMAIN_SEPARATOR", "bytes32")]
    public class DomainSeparatorFunctionBase : FunctionMessage
    {

    }

    public partial class SupplyFunction : SupplyFunctionBase { }

    [Function("SUPPLY", "uint256")]
    public class SupplyFunctionBase : FunctionMessage
    {

    }

    public partial class AllowanceFunction : AllowanceFunctionBase { }

    [Function("allowance", "uint256")]
    public class AllowanceFunctionBase : FunctionMessage
    {
        [Parameter("address", "owner", 1)]
        public virtual string Owner { get; set; }
        [Parameter("address", "spender", 2)]
        public virtual string Spender { get; set; }
    }

    public partial class ApproveFunction : ApproveFunctionBase { }

    [Function("approve", "bool")]
    public class ApproveFunctionBase : FunctionMessage
    {
        [Parameter("address", "spender", 1)]
        public virtual string Spender { get; set; }
        [Parameter("uint256", "value", 2)]
        public virtual BigInteger Value { get; set; }
    }

    public partial class BalanceOfFunction : BalanceOfFunctionBase { }

    [Function("balanceOf", "uint256")]
    public class BalanceOfFunctionBase : FunctionMessage
    {
        [Parameter("address", "account", 1)]
        public virtual string Account { get; set; }
    }

    public partial class DecimalsFunction : DecimalsFunctionBase { }

    [Function("decimals", "uint8")]
    public class DecimalsFunctionBase : FunctionMessage
    {

    }

    public partial class Eip712DomainFunction : Eip712DomainFunctionBase { }

    [Function("eip712Domain", typeof(Eip712DomainOutputDTO))]
    public class Eip712DomainFunctionBase : FunctionMessage
    {

    }

    public partial class NameFunction : NameFunctionBase { }

    [Function("name", "string")]
    public class NameFunctionBase : FunctionMessage
    {

    }

    public partial class NoncesFunction : NoncesFunctionBase { }

    [Function("nonces", "uint256")]
    public class NoncesFunctionBase : FunctionMessage
    {
        [Parameter("address", "owner", 1)]
        public virtual string Owner { get; set; }
    }

    public partial class PermitFunction : PermitFunctionBase { }

    [Function("permit")]
    public class PermitFunctionBase : FunctionMessage
    {
        [Parameter("address", "owner", 1)]
        public virtual string Owner { get; set; }
        [Parameter("address", "spender", 2)]
        public virtual string Spender { get; set; }
        [Parameter("uint256", "value", 3)]
        public virtual BigInteger Value { get; set; }
        [Parameter("uint256", "deadline", 4)]
        public virtual BigInteger Deadline { get; set; }
        [Parameter("uint8", "v", 5)]
        public virtual byte V { get; set; }
        [Parameter("bytes32", "r", 6)]
        public virtual byte[] R { get; set; }
        [Parameter("bytes32", "s", 7)]
        public virtual byte[] S { get; set; }
    }

    public partial class SymbolFunction : SymbolFunctionBase { }

    [Function("symbol", "string")]
    public class SymbolFunctionBase : FunctionMessage
    {

    }

    public partial class TotalSupplyFunction : TotalSupplyFunctionBase { }

    [Function("totalSupply", "uint256")]
    public class TotalSupplyFunctionBase : FunctionMessage
    {

    }

    public partial class TransferFunction : TransferFunctionBase { }

    [Function("transfer", "bool")]
    public class TransferFunctionBase : FunctionMessage
    {
        [Parameter("address", "to", 1)]
        public virtual string To { get; set; }
        [Parameter("uint256", "value", 2)]
        public virtual BigInteger Value { get; set; }
    }

    public partial class TransferFromFunction : TransferFromFunctionBase { }

    [Function("transferFrom", "bool")]
    public class TransferFromFunctionBase : FunctionMessage
    {
        [Parameter("address", "from", 1)]
        public virtual string From { get; set; }
        [Parameter("address", "to", 2)]
        public virtual string To { get; set; }
        [Parameter("uint256", "value", 3)]
        public virtual BigInteger Value { get; set; }
    }

    public partial class ApprovalEventDTO : ApprovalEventDTOBase { }

    [Event("Approval")]
    public class ApprovalEventDTOBase : IEventDTO
    {
        [Parameter("address", "owner", 1, true )]
        public virtual string Owner { get; set; }
        [Parameter("address", "spender", 2, true )]
        public virtual string Spender { get; set; }
        [Parameter("uint256", "value", 3, false )]
        public virtual BigInteger Value { get; set; }
    }

    public partial class EIP712DomainChangedEventDTO : EIP712DomainChangedEventDTOBase { }

    [Event("EIP712DomainChanged")]
    public class EIP712DomainChangedEventDTOBase : IEventDTO
    {
    }

    public partial class TransferEventDTO : TransferEventDTOBase { }

    [Event("Transfer")]
    public class TransferEventDTOBase : IEventDTO
    {
        [Parameter("address", "from", 1, true )]
        public virtual string From { get; set; }
        [Parameter("address", "to", 2, true )]
        public virtual string To { get; set; }
        [Parameter("uint256", "value", 3, false )]
        public virtual BigInteger Value { get; set; }
    }

    public partial class ECDSAInvalidSignatureError : ECDSAInvalidSignatureErrorBase { }
    [Error("ECDSAInvalidSignature")]
    public class ECDSAInvalidSignatureErrorBase : IErrorDTO
    {
    }

    public partial class ECDSAInvalidSignatureLengthError : ECDSAInvalidSignatureLengthErrorBase { }

    [Error("ECDSAInvalidSignatureLength")]
    public class ECDSAInvalidSignatureLengthErrorBase : IErrorDTO
    {
        [Parameter("uint256", "length", 1)]
        public virtual BigInteger Length { get; set; }
    }

    public partial class ECDSAInvalidSignatureSError : ECDSAInvalidSignatureSErrorBase { }

    [Error("ECDSAInvalidSignatureS")]
    public class ECDSAInvalidSignatureSErrorBase : IErrorDTO
    {
        [Parameter("bytes32", "s", 1)]
        public virtual byte[] S { get; set; }
    }

    public partial class ERC20InsufficientAllowanceError : ERC20InsufficientAllowanceErrorBase { }

    [Error("ERC20InsufficientAllowance")]
    public class ERC20InsufficientAllowanceErrorBase : IErrorDTO
    {
        [Parameter("address", "spender", 1)]
        public virtual string Spender { get; set; }
        [Parameter("uint256", "allowance", 2)]
        public virtual BigInteger Allowance { get; set; }
        [Parameter("uint256", "needed", 3)]
        public virtual BigInteger Needed { get; set; }
    }

    public partial class ERC20InsufficientBalanceError : ERC20InsufficientBalanceErrorBase { }

    [Error("ERC20InsufficientBalance")]
    public class ERC20InsufficientBalanceErrorBase : IErrorDTO
    {
        [Parameter("address", "sender", 1)]
        public virtual string Sender { get; set; }
        [Parameter("uint256", "balance", 2)]
        public virtual BigInteger Balance { get; set; }
        [Parameter("uint256", "needed", 3)]
        public virtual BigInteger Needed { get; set; }
    }

    public partial class ERC20InvalidApproverError : ERC20InvalidApproverErrorBase { }

    [Error("ERC20InvalidApprover")]
    public class ERC20InvalidApproverErrorBase : IErrorDTO
    {
        [Parameter("address", "approver", 1)]
        public virtual string Approver { get; set; }
    }

    public partial class ERC20InvalidReceiverError : ERC20InvalidReceiverErrorBase { }

    [Error("ERC20InvalidReceiver")]
    public class ERC20InvalidReceiverErrorBase : IErrorDTO
    {
        [Parameter("address", "receiver", 1)]
        public virtual string Receiver { get; set; }
    }

    public partial class ERC20InvalidSenderError : ERC20InvalidSenderErrorBase { }

    [Error("ERC20InvalidSender")]
    public class ERC20InvalidSenderErrorBase : IErrorDTO
    {
        [Parameter("address", "sender", 1)]
        public virtual string Sender { get; set; }
    }

    public partial class ERC20InvalidSpenderError : ERC20InvalidSpenderErrorBase { }

    [Error("ERC20InvalidSpender")]
    public class ERC20InvalidSpenderErrorBase : IErrorDTO
    {
        [Parameter("address", "spender", 1)]
        public virtual string Spender { get; set; }
    }

    public partial class ERC2612ExpiredSignatureError : ERC2612ExpiredSignatureErrorBase { }

    [Error("ERC2612ExpiredSignature")]
    public class ERC2612ExpiredSignatureErrorBase : IErrorDTO
    {
        [Parameter("uint256", "deadline", 1)]
        public virtual BigInteger Deadline { get; set; }
    }

    public partial class ERC2612InvalidSignerError : ERC2612InvalidSignerErrorBase { }

    [Error("ERC2612InvalidSigner")]
    public class ERC2612InvalidSignerErrorBase : IErrorDTO
    {
        [Parameter("address", "signer", 1)]
        public virtual string Signer { get; set; }
        [Parameter("address", "owner", 2)]
        public virtual string Owner { get; set; }
    }

    public partial class InvalidAccountNonceError : InvalidAccountNonceErrorBase { }

    [Error("InvalidAccountNonce")]
    public class InvalidAccountNonceErrorBase : IErrorDTO
    {
        [Parameter("address", "account", 1)]
        public virtual string Account { get; set; }
        [Parameter("uint256", "currentNonce", 2)]
        public virtual BigInteger CurrentNonce { get; set; }
    }

    public partial class InvalidShortStringError : InvalidShortStringErrorBase { }
    [Error("InvalidShortString")]
    public class InvalidShortStringErrorBase : IErrorDTO
    {
    }

    public partial class StringTooLongError : StringTooLongErrorBase { }

    [Error("StringTooLong")]
    public class StringTooLongErrorBase : IErrorDTO
    {
        [Parameter("string", "str", 1)]
        public virtual string Str { get; set; }
    }

    public partial class DomainSeparatorOutputDTO : DomainSeparatorOutputDTOBase { }

    [FunctionOutput]
    public class DomainSeparatorOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bytes32", "", 1)]
        public virtual byte[] ReturnValue1 { get; set; }
    }

    public partial class SupplyOutputDTO : SupplyOutputDTOBase { }

    [FunctionOutput]
    public class SupplyOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class AllowanceOutputDTO : AllowanceOutputDTOBase { }

    [FunctionOutput]
    public class AllowanceOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }



    public partial class BalanceOfOutputDTO : BalanceOfOutputDTOBase { }

    [FunctionOutput]
    public class BalanceOfOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class DecimalsOutputDTO : DecimalsOutputDTOBase { }

    [FunctionOutput]
    public class DecimalsOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint8", "", 1)]
        public virtual byte ReturnValue1 { get; set; }
    }

    public partial class Eip712DomainOutputDTO : Eip712DomainOutputDTOBase { }

    [FunctionOutput]
    public class Eip712DomainOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bytes1", "fields", 1)]
        public virtual byte[] Fields { get; set; }
        [Parameter("string", "name", 2)]
        public virtual string Name { get; set; }
        [Parameter("string", "version", 3)]
        public virtual string Version { get; set; }
        [Parameter("uint256", "chainId", 4)]
        public virtual BigInteger ChainId { get; set; }
        [Parameter("address", "verifyingContract", 5)]
        public virtual string VerifyingContract { get; set; }
        [Parameter("bytes32", "salt", 6)]
        public virtual byte[] Salt { get; set; }
        [Parameter("uint256[]", "extensions", 7)]
        public virtual List<BigInteger> Extensions { get; set; }
    }

    public partial class NameOutputDTO : NameOutputDTOBase { }

    [FunctionOutput]
    public class NameOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("string", "", 1)]
        public virtual string ReturnValue1 { get; set; }
    }

    public partial class NoncesOutputDTO : NoncesOutputDTOBase { }

    [FunctionOutput]
    public class NoncesOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }



    public partial class SymbolOutputDTO : SymbolOutputDTOBase { }

    [FunctionOutput]
    public class SymbolOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("string", "", 1)]
        public virtual string ReturnValue1 { get; set; }
    }

    public partial class TotalSupplyOutputDTO : TotalSupplyOutputDTOBase { }

    [FunctionOutput]
    public class TotalSupplyOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }




}
