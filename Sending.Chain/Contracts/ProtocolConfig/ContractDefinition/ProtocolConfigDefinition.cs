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

namespace Sending.Chain.Contracts.ProtocolConfig.ContractDefinition
{


    public partial class ProtocolConfigDeployment : ProtocolConfigDeploymentBase
    {
        public ProtocolConfigDeployment() : base(BYTECODE) { }
        public ProtocolConfigDeployment(string byteCode) : base(byteCode) { }
    }

    public class ProtocolConfigDeploymentBase : ContractDeploymentMessage
    {
        public static string BYTECODE = "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b6080516127486100f95f395f81816113ca015281816113f3015261153a01526127485ff3fe608060405260043610610131575f3560e01c80638fb36037116100a8578063ad3cb1cc1161006d578063ad3cb1cc146103ec578063bf7e214f14610429578063bfa2062314610455578063c3739771146104b5578063d5b50252146104c9578063e6d42201146104e8575f5ffd5b80638fb360371461027457806398d4d7f8146102a15780639bc5741f1461039a578063a7f0b3de146103b9578063aa9354a3146103cd575f5ffd5b80634f1ef286116100f95780634f1ef286146101e75780634ff0876a146101fa57806352d1902d1461020e5780636ce1a0361461022257806376671808146102415780637a9e5e4b14610255575f5ffd5b80631edca2ee146101355780632584c9da146101675780633c263d2b146101885780634a439cfe146101a75780634d77f78d146101c6575b5f5ffd5b348015610140575f5ffd5b5061015461014f366004611ee7565b61051c565b6040519081526020015b60405180910390f35b348015610172575f5ffd5b50610186610181366004611f57565b6105b2565b005b348015610193575f5ffd5b506101866101a2366004611fd9565b61069a565b3480156101b2575f5ffd5b506101546101c1366004612078565b6108be565b3480156101d1575f5ffd5b506101da610918565b60405161015e919061208f565b6101866101f53660046120ee565b610935565b348015610205575f5ffd5b50610154610954565b348015610219575f5ffd5b50610154610973565b34801561022d575f5ffd5b5061015461023c3660046121b2565b61098e565b34801561024c575f5ffd5b506101546109b0565b348015610260575f5ffd5b5061018661026f3660046121cb565b6109ba565b34801561027f575f5ffd5b50610288610a3c565b6040516001600160e01b0319909116815260200161015e565b3480156102ac575f5ffd5b5061038d60408051610100810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101919091525f5160206126fc5f395f51905f526040805161010081018252915464ffffffffff8116835263ffffffff600160281b82048116602085015269010000000000000000008204811692840192909252600160681b810482166060840152600160881b810482166080840152600160a81b8104821660a0840152600160c81b810490911660c083015261ffff600160e81b9091041660e0820152919050565b60405161015e91906121e4565b3480156103a5575f5ffd5b506101866103b43660046121cb565b610a72565b3480156103c4575f5ffd5b50610154610b03565b3480156103d8575f5ffd5b506101546103e7366004612078565b610b1c565b3480156103f7575f5ffd5b5061041c604051806040016040528060058152602001640352e302e360dc1b81525081565b60405161015e919061228c565b348015610434575f5ffd5b5061043d610b41565b6040516001600160a01b03909116815260200161015e565b348015610460575f5ffd5b5061047461046f366004612078565b610b5c565b60405161015e91905f60a082019050825182526020830151602083015260408301516040830152606083015160608301526080830151608083015292915050565b3480156104c0575f5ffd5b50610154610bda565b3480156104d4575f5ffd5b506101866104e33660046121cb565b610c1b565b3480156104f3575f5ffd5b506105076105023660046121b2565b610d38565b6040805192835260208301919091520161015e565b5f8065ffffffffffff83116105315782610539565b65ffffffffffff5b905061059f817f1a3fd204580040275a01056b115a2218f7885ab02a5d886eb7dbb3a1930eed015f87600a811115610573576105736122c1565b600a811115610584576105846122c1565b81526020019081526020015f20610e9990919063ffffffff16565b6001600160d01b03169150505b92915050565b6105be335b5f36610f49565b5f6105c7610b03565b90506105f6858585858542106105f0576105e0426108be565b6105eb9060016122e9565b61103f565b5f61103f565b5f6106115f5160206126fc5f395f51905f525b600201611202565b90505f5b815181101561069157818181518110610630576106306122fc565b60200260200101516001600160a01b0316637904aa5f6040518163ffffffff1660e01b81526004015f604051808303815f87803b15801561066f575f5ffd5b505af1158015610681573d5f5f3e3d5ffd5b5050600190920191506106159050565b50505050505050565b5f6106a361120e565b805490915060ff600160401b820416159067ffffffffffffffff165f811580156106ca5750825b90505f8267ffffffffffffffff1660011480156106e65750303b155b9050811580156106f4575080155b156107125760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff19166001178555831561073c57845460ff60401b1916600160401b1785555b6107458b611236565b61074e8a61124a565b61076b576040516328e8646960e01b815260040160405180910390fd5b5f5160206126fc5f395f51905f528a81610785828261235a565b50610795905060208c018c6124d5565b64ffffffffff165f036107b857805464ffffffffff19164264ffffffffff161781555b6107c58a8a8a8a5f61103f565b5f5b600a81116108695761081c826001015f83600a8111156107e9576107e96122c1565b600a8111156107fa576107fa6122c1565b600a81111561080b5761080b6122c1565b81526020019081526020015f205490565b5f036108575780600a811115610834576108346122c1565b6040516305892aa560e01b815260040161084e9190612510565b60405180910390fd5b806108618161251e565b9150506107c7565b505083156108b157845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b5050505050505050505050565b5f5f6108c8610b03565b9050808310156108f5576040516301ab9a5d60e01b8152600481018490526024810182905260440161084e565b6108fd610954565b6109078285612536565b610911919061255d565b9392505050565b60606109305f5160206126fc5f395f51905f52610609565b905090565b61093d6113bf565b61094682611465565b610950828261146e565b5050565b5f5160206126fc5f395f51905f5254600160281b900463ffffffff1690565b5f61097c61152f565b505f51602061271c5f395f51905f5290565b5f6105ac8261099b610b03565b42106109aa5761014f426108be565b5f61051c565b5f610930426108be565b336109c3610b41565b6001600160a01b0316816001600160a01b0316146109fe5760405162d1953b60e31b81526001600160a01b038216600482015260240161084e565b816001600160a01b03163b5f03610a33576040516361798f2f60e11b81526001600160a01b038316600482015260240161084e565b61095082611578565b5f5160206126dc5f395f51905f5280545f9190600160a01b900460ff16610a63575f610a6c565b638fb3603760e01b5b91505090565b610a7b336105b7565b610aa57f1a3fd204580040275a01056b115a2218f7885ab02a5d886eb7dbb3a1930eed02826115d8565b610acd57604051631de239af60e01b81526001600160a01b038216600482015260240161084e565b6040516001600160a01b038216907ff8719b53666b7bc68a4c9d081dccc309d69026d56bdeaa8518620d6ff831d189905f90a250565b5f5160206126fc5f395f51905f525464ffffffffff1690565b5f610b25610954565b610b2f9083612570565b610b37610b03565b6105ac91906122e9565b5f5160206126dc5f395f51905f52546001600160a01b031690565b610b896040518060a001604052805f81526020015f81526020015f81526020015f81526020015f81525090565b610b935f8361051c565b8152610ba060018361051c565b6020820152610bb060028361051c565b6040820152610bc060038361051c565b6060820152610bd060048361051c565b6080820152919050565b5f5160206126fc5f395f51905f5280545f9190600160281b810463ffffffff1690610c1190600160e81b900461ffff1660016122e9565b610a6c9190612570565b610c24336105b7565b5f5160206126fc5f395f51905f526008610c5d7f1a3fd204580040275a01056b115a2218f7885ab02a5d886eb7dbb3a1930eed026115ec565b03610c7e576040516369879a8960e11b81526008600482015260240161084e565b610c8b60028201836115f5565b610cb357604051632c66355160e01b81526001600160a01b038316600482015260240161084e565b6040516001600160a01b038316907ff4b5d7970f8d26d7e8c6b74e8ffad0e1b0f67bc7f92238bd7efd485731eceafa905f90a2816001600160a01b0316637904aa5f6040518163ffffffff1660e01b81526004015f604051808303815f87803b158015610d1e575f5ffd5b505af1158015610d30573d5f5f3e3d5ffd5b505050505050565b5f80600283600a811115610d4e57610d4e6122c1565b11610d705750670de0b6b3a7640000926a084595161401484a00000092509050565b600383600a811115610d8457610d846122c1565b03610d9457505f92601492509050565b600483600a811115610da857610da86122c1565b03610dbc5750603c926301e1338092509050565b600583600a811115610dd057610dd06122c1565b03610de3575060019262ed4e0092509050565b600683600a811115610df757610df76122c1565b03610e0857505f9261271092509050565b600783600a811115610e1c57610e1c6122c1565b03610e2e575060019261271092509050565b600883600a811115610e4257610e426122c1565b03610e5c57610e4f610954565b936301e133809350915050565b600983600a811115610e7057610e706122c1565b03610e8c575f610e83600261271061255d565b91509150915091565b506001926103e892509050565b81545f9081816005811115610ef5575f610eb284611609565b610ebc9085612536565b5f8881526020902090915081015465ffffffffffff9081169087161015610ee557809150610ef3565b610ef08160016122e9565b92505b505b5f610f028787858561175c565b90508015610f3c57610f2687610f19600184612536565b5f91825260209091200190565b54600160301b90046001600160d01b0316610f3e565b5f5b979650505050505050565b5f5160206126dc5f395f51905f525f80610f81610f64610b41565b8730610f7360045f8a8c612587565b610f7c916125ae565b6117b2565b9150915081610d305763ffffffff81161561101c57825460ff60a01b1916600160a01b178355610faf610b41565b6001600160a01b03166394c7d7ee8787876040518463ffffffff1660e01b8152600401610fde939291906125e4565b5f604051808303815f87803b158015610ff5575f5ffd5b505af1158015611007573d5f5f3e3d5ffd5b5050845460ff60a01b1916855550610d309050565b60405162d1953b60e31b81526001600160a01b038716600482015260240161084e565b838214611069576040516355c5b3e360e11b8152600481018590526024810183905260440161084e565b5f5b848110156111f1576110bb868683818110611088576110886122fc565b905060200201602081019061109d91906121b2565b8585848181106110af576110af6122fc565b90506020020135611844565b611155828585848181106110d1576110d16122fc565b905060200201356110ec5f5160206126fc5f395f51905f5290565b6001015f8a8a87818110611102576111026122fc565b905060200201602081019061111791906121b2565b600a811115611128576111286122c1565b600a811115611139576111396122c1565b81526020019081526020015f206118dc9092919063ffffffff16565b5050858582818110611169576111696122fc565b905060200201602081019061117e91906121b2565b600a81111561118f5761118f6122c1565b7fb0cb7c123a247c3f3d8e10a1c797cd49a00858e5c546bf81d05360f89d04f78c8585848181106111c2576111c26122fc565b90506020020135846040516111e1929190918252602082015260400190565b60405180910390a260010161106b565b506111fb816118f6565b5050505050565b60605f610911836119ff565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a006105ac565b61123e611a58565b61124781611a7d565b50565b5f6112596301e28500426122e9565b61126660208401846124d5565b64ffffffffff161115801561128f57506112866060830160408401612623565b63ffffffff165f105b80156112c457506112a66080830160608401612623565b63ffffffff166112bc6060840160408501612623565b63ffffffff16105b80156112f957506112db60a0830160808401612623565b63ffffffff166112f16080840160608501612623565b63ffffffff16105b801561132e575061131060c0830160a08401612623565b63ffffffff1661132660a0840160808501612623565b63ffffffff16105b801561136457506113456040830160208401612623565b63ffffffff1661135b60c0840160a08501612623565b63ffffffff1611155b8015611399575061137b6040830160208401612623565b63ffffffff1661139160e0840160c08501612623565b63ffffffff16105b80156105ac575060036113b3610100840160e0850161263e565b61ffff16101592915050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148061144557507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166114395f51602061271c5f395f51905f52546001600160a01b031690565b6001600160a01b031614155b156114635760405163703e46dd60e11b815260040160405180910390fd5b565b611247336105b7565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa9250505080156114c8575060408051601f3d908101601f191682019092526114c591810190612659565b60015b6114f057604051634c9c8ce360e01b81526001600160a01b038316600482015260240161084e565b5f51602061271c5f395f51905f52811461152057604051632a87526960e21b81526004810182905260240161084e565b61152a8383611a8e565b505050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146114635760405163703e46dd60e11b815260040160405180910390fd5b5f5160206126dc5f395f51905f5280546001600160a01b0383166001600160a01b03199091168117825560408051918252517f2f658b440c35314f52658ea8a740e05b284cdc84dc9ae01e891f21b8933e7cad9181900360200190a15050565b5f610911836001600160a01b038416611ae3565b5f6105ac825490565b5f610911836001600160a01b038416611bcd565b5f60018211611616575090565b816001600160801b821061162f5760809190911c9060401b5b600160401b82106116455760409190911c9060201b5b640100000000821061165c5760209190911c9060101b5b6201000082106116715760109190911c9060081b5b61010082106116855760089190911c9060041b5b601082106116985760049190911c9060021b5b600482106116a45760011b5b600302600190811c908185816116bc576116bc612549565b048201901c905060018185816116d4576116d4612549565b048201901c905060018185816116ec576116ec612549565b048201901c9050600181858161170457611704612549565b048201901c9050600181858161171c5761171c612549565b048201901c9050600181858161173457611734612549565b048201901c905061175381858161174d5761174d612549565b04821190565b90039392505050565b5f5b818310156117aa575f85815260209020838316600285851804019081015465ffffffffffff86811691161115611796578092506117a4565b6117a18160016122e9565b93505b5061175e565b509392505050565b6040516001600160a01b038085166024830152831660448201526001600160e01b0319821660648201525f908190819060840160408051601f19818403018152918152602080830180516001600160e01b031663b700961360e01b1781525f808052918290528351939450919290918a5afa1561183a575f516020805191945081901c150291505b5094509492505050565b5f5f61184f84610d38565b915091508183108061186057508083115b156118865783838383604051630abc6a0360e01b815260040161084e9493929190612670565b600284600a81111561189a5761189a6122c1565b111580156118b457506118b1633b9aca0084612699565b15155b156118d6578383604051633f9e3ab560e01b815260040161084e9291906126ac565b50505050565b5f806118e9858585611c19565b915091505b935093915050565b5f5160206126fc5f395f51905f525f61190d610bda565b82549091505f9063ffffffff600160281b8204811691600160c81b810482169161193f91600160a81b900416856122e9565b61194991906122e9565b61195391906122e9565b90505f61196160048661051c565b90508181101561198e576040516302892f8360e61b8152600481018290526024810183905260440161084e565b83545f9063ffffffff600160a81b8204811691600160281b9004166119b4600a8961051c565b6119bf9060016122e9565b6119c99190612570565b6119d391906122e9565b9050838110610d30576040516370e9b60960e01b8152600481018290526024810185905260440161084e565b6060815f01805480602002602001604051908101604052809291908181526020018280548015611a4c57602002820191905f5260205f20905b815481526020019060010190808311611a38575b50505050509050919050565b611a60611d69565b61146357604051631afcd79f60e31b815260040160405180910390fd5b611a85611a58565b61124781611578565b611a9782611d82565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115611adb5761152a8282611de5565b610950611e7e565b5f8181526001830160205260408120548015611bbd575f611b05600183612536565b85549091505f90611b1890600190612536565b9050808214611b77575f865f018281548110611b3657611b366122fc565b905f5260205f200154905080875f018481548110611b5657611b566122fc565b5f918252602080832090910192909255918252600188019052604090208390555b8554869080611b8857611b886126c7565b600190038181905f5260205f20015f90559055856001015f8681526020019081526020015f205f9055600193505050506105ac565b5f9150506105ac565b5092915050565b5f818152600183016020526040812054611c1257508154600181810184555f8481526020808220909301849055845484825282860190935260409020919091556105ac565b505f6105ac565b82545f9081908015611d0f575f611c3587610f19600185612536565b805490915065ffffffffffff80821691600160301b90046001600160d01b0316908816821115611c7857604051632520601d60e01b815260040160405180910390fd5b8765ffffffffffff168265ffffffffffff1603611cb157825465ffffffffffff16600160301b6001600160d01b03891602178355611d01565b6040805180820190915265ffffffffffff808a1682526001600160d01b03808a1660208085019182528d54600181018f555f8f81529190912094519151909216600160301b029216919091179101555b94508593506118ee92505050565b50506040805180820190915265ffffffffffff80851682526001600160d01b0380851660208085019182528854600181018a555f8a815291822095519251909316600160301b0291909316179201919091559050816118ee565b5f611d7261120e565b54600160401b900460ff16919050565b806001600160a01b03163b5f03611db757604051634c9c8ce360e01b81526001600160a01b038216600482015260240161084e565b5f51602061271c5f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f611df28484611e9d565b9050808015611e1357505f3d1180611e1357505f846001600160a01b03163b115b15611e2857611e20611eb0565b9150506105ac565b8015611e5257604051639996b31560e01b81526001600160a01b038516600482015260240161084e565b3d15611e6557611e60611ec9565b611bc6565b60405163d6bda27560e01b815260040160405180910390fd5b34156114635760405163b398979f60e01b815260040160405180910390fd5b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b8035600b8110611ee2575f5ffd5b919050565b5f5f60408385031215611ef8575f5ffd5b611f0183611ed4565b946020939093013593505050565b5f5f83601f840112611f1f575f5ffd5b50813567ffffffffffffffff811115611f36575f5ffd5b6020830191508360208260051b8501011115611f50575f5ffd5b9250929050565b5f5f5f5f60408587031215611f6a575f5ffd5b843567ffffffffffffffff811115611f80575f5ffd5b611f8c87828801611f0f565b909550935050602085013567ffffffffffffffff811115611fab575f5ffd5b611fb787828801611f0f565b95989497509550505050565b80356001600160a01b0381168114611ee2575f5ffd5b5f5f5f5f5f5f868803610160811215611ff0575f5ffd5b611ff988611fc3565b9650610100601f198201121561200d575f5ffd5b5060208701945061012087013567ffffffffffffffff81111561202e575f5ffd5b61203a89828a01611f0f565b90955093505061014087013567ffffffffffffffff81111561205a575f5ffd5b61206689828a01611f0f565b979a9699509497509295939492505050565b5f60208284031215612088575f5ffd5b5035919050565b602080825282518282018190525f918401906040840190835b818110156120cf5783516001600160a01b03168352602093840193909201916001016120a8565b509095945050505050565b634e487b7160e01b5f52604160045260245ffd5b5f5f604083850312156120ff575f5ffd5b61210883611fc3565b9150602083013567ffffffffffffffff811115612123575f5ffd5b8301601f81018513612133575f5ffd5b803567ffffffffffffffff81111561214d5761214d6120da565b604051601f8201601f19908116603f0116810167ffffffffffffffff8111828210171561217c5761217c6120da565b604052818152828201602001871015612193575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f602082840312156121c2575f5ffd5b61091182611ed4565b5f602082840312156121db575f5ffd5b61091182611fc3565b5f6101008201905064ffffffffff835116825263ffffffff602084015116602083015263ffffffff6040840151166040830152606083015161222e606084018263ffffffff169052565b506080830151612246608084018263ffffffff169052565b5060a083015161225e60a084018263ffffffff169052565b5060c083015161227660c084018263ffffffff169052565b5060e0830151611bc660e084018261ffff169052565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b634e487b7160e01b5f52602160045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b808201808211156105ac576105ac6122d5565b634e487b7160e01b5f52603260045260245ffd5b64ffffffffff81168114611247575f5ffd5b63ffffffff81168114611247575f5ffd5b5f81356105ac81612322565b61ffff81168114611247575f5ffd5b5f81356105ac8161233f565b813561236581612310565b8154602084013561237581612322565b68ffffffff00000000008160281b1664ffffffffff841668ffffffffffffffffff198416171784555050505f60408301356123af81612322565b82546cffffffff000000000000000000191660489190911b6cffffffff000000000000000000161782555061240d6123e960608401612333565b82805463ffffffff60681b191660689290921b63ffffffff60681b16919091179055565b61244061241c60808401612333565b82805463ffffffff60881b191660889290921b63ffffffff60881b16919091179055565b61247361244f60a08401612333565b82805463ffffffff60a81b191660a89290921b63ffffffff60a81b16919091179055565b6124a661248260c08401612333565b82805463ffffffff60c81b191660c89290921b63ffffffff60c81b16919091179055565b6109506124b560e0840161234e565b82805461ffff60e81b191660e89290921b61ffff60e81b16919091179055565b5f602082840312156124e5575f5ffd5b813561091181612310565b600b811061250c57634e487b7160e01b5f52602160045260245ffd5b9052565b602081016105ac82846124f0565b5f6001820161252f5761252f6122d5565b5060010190565b818103818111156105ac576105ac6122d5565b634e487b7160e01b5f52601260045260245ffd5b5f8261256b5761256b612549565b500490565b80820281158282048414176105ac576105ac6122d5565b5f5f85851115612595575f5ffd5b838611156125a1575f5ffd5b5050820193919092039150565b80356001600160e01b03198116906004841015611bc6576001600160e01b031960049490940360031b84901b1690921692915050565b6001600160a01b03841681526040602082018190528101829052818360608301375f818301606090810191909152601f909201601f1916010192915050565b5f60208284031215612633575f5ffd5b813561091181612322565b5f6020828403121561264e575f5ffd5b81356109118161233f565b5f60208284031215612669575f5ffd5b5051919050565b6080810161267e82876124f0565b84602083015283604083015282606083015295945050505050565b5f826126a7576126a7612549565b500690565b604081016126ba82856124f0565b8260208301529392505050565b634e487b7160e01b5f52603160045260245ffdfef3177357ab46d8af007ab3fdb9af81da189e1068fefdc0073dca88a2cab40a001a3fd204580040275a01056b115a2218f7885ab02a5d886eb7dbb3a1930eed00360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbca164736f6c6343000825000a";
        public ProtocolConfigDeploymentBase() : base(BYTECODE) { }
        public ProtocolConfigDeploymentBase(string byteCode) : base(byteCode) { }

    }

    public partial class UpgradeInterfaceVersionFunction : UpgradeInterfaceVersionFunctionBase { }

    [Function("UPGRADE_INTERFACE_VERSION", "string")]
    public class UpgradeInterfaceVersionFunctionBase : FunctionMessage
    {

    }

    public partial class AddListenerFunction : AddListenerFunctionBase { }

    [Function("addListener")]
    public class AddListenerFunctionBase : FunctionMessage
    {
        [Parameter("address", "listener", 1)]
        public virtual string Listener { get; set; }
    }

    public partial class AuthorityFunction : AuthorityFunctionBase { }

    [Function("authority", "address")]
    public class AuthorityFunctionBase : FunctionMessage
    {

    }

    public partial class BoundsFunction : BoundsFunctionBase { }

    [Function("bounds", typeof(BoundsOutputDTO))]
    public class BoundsFunctionBase : FunctionMessage
    {
        [Parameter("uint8", "parameter", 1)]
        public virtual byte Parameter { get; set; }
    }

    public partial class ClockParametersFunction : ClockParametersFunctionBase { }

    [Function("clockParameters", typeof(ClockParametersOutputDTO))]
    public class ClockParametersFunctionBase : FunctionMessage
    {

    }

    public partial class CurrentEpochFunction : CurrentEpochFunctionBase { }

    [Function("currentEpoch", "uint256")]
    public class CurrentEpochFunctionBase : FunctionMessage
    {

    }

    public partial class EpochAtFunction : EpochAtFunctionBase { }

    [Function("epochAt", "uint256")]
    public class EpochAtFunctionBase : FunctionMessage
    {
        [Parameter("uint256", "timestamp", 1)]
        public virtual BigInteger Timestamp { get; set; }
    }

    public partial class EpochDurationFunction : EpochDurationFunctionBase { }

    [Function("epochDuration", "uint256")]
    public class EpochDurationFunctionBase : FunctionMessage
    {

    }

    public partial class EpochStartFunction : EpochStartFunctionBase { }

    [Function("epochStart", "uint256")]
    public class EpochStartFunctionBase : FunctionMessage
    {
        [Parameter("uint256", "epoch", 1)]
        public virtual BigInteger Epoch { get; set; }
    }

    public partial class GenesisFunction : GenesisFunctionBase { }

    [Function("genesis", "uint256")]
    public class GenesisFunctionBase : FunctionMessage
    {

    }

    public partial class InitializeFunction : InitializeFunctionBase { }

    [Function("initialize")]
    public class InitializeFunctionBase : FunctionMessage
    {
        [Parameter("address", "authority", 1)]
        public virtual string Authority { get; set; }
        [Parameter("tuple", "clock", 2)]
        public virtual Clock Clock { get; set; }
        [Parameter("uint8[]", "parameters", 3)]
        public virtual List<byte> Parameters { get; set; }
        [Parameter("uint256[]", "values", 4)]
        public virtual List<BigInteger> Values { get; set; }
    }

    public partial class IsConsumingScheduledOpFunction : IsConsumingScheduledOpFunctionBase { }

    [Function("isConsumingScheduledOp", "bytes4")]
    public class IsConsumingScheduledOpFunctionBase : FunctionMessage
    {

    }

    public partial class ListenersFunction : ListenersFunctionBase { }

    [Function("listeners", "address[]")]
    public class ListenersFunctionBase : FunctionMessage
    {

    }

    public partial class MaxSettlementDelayFunction : MaxSettlementDelayFunctionBase { }

    [Function("maxSettlementDelay", "uint256")]
    public class MaxSettlementDelayFunctionBase : FunctionMessage
    {

    }

    public partial class ProxiableUUIDFunction : ProxiableUUIDFunctionBase { }

    [Function("proxiableUUID", "bytes32")]
    public class ProxiableUUIDFunctionBase : FunctionMessage
    {

    }

    public partial class RemoveListenerFunction : RemoveListenerFunctionBase { }

    [Function("removeListener")]
    public class RemoveListenerFunctionBase : FunctionMessage
    {
        [Parameter("address", "listener", 1)]
        public virtual string Listener { get; set; }
    }

    public partial class SetAuthorityFunction : SetAuthorityFunctionBase { }

    [Function("setAuthority")]
    public class SetAuthorityFunctionBase : FunctionMessage
    {
        [Parameter("address", "newAuthority", 1)]
        public virtual string NewAuthority { get; set; }
    }

    public partial class SetParametersFunction : SetParametersFunctionBase { }

    [Function("setParameters")]
    public class SetParametersFunctionBase : FunctionMessage
    {
        [Parameter("uint8[]", "parameters", 1)]
        public virtual List<byte> Parameters { get; set; }
        [Parameter("uint256[]", "values", 2)]
        public virtual List<BigInteger> Values { get; set; }
    }

    public partial class StakingLimitsAtFunction : StakingLimitsAtFunctionBase { }

    [Function("stakingLimitsAt", typeof(StakingLimitsAtOutputDTO))]
    public class StakingLimitsAtFunctionBase : FunctionMessage
    {
        [Parameter("uint256", "epoch", 1)]
        public virtual BigInteger Epoch { get; set; }
    }

    public partial class UpgradeToAndCallFunction : UpgradeToAndCallFunctionBase { }

    [Function("upgradeToAndCall")]
    public class UpgradeToAndCallFunctionBase : FunctionMessage
    {
        [Parameter("address", "newImplementation", 1)]
        public virtual string NewImplementation { get; set; }
        [Parameter("bytes", "data", 2)]
        public virtual byte[] Data { get; set; }
    }

    public partial class ValueFunction : ValueFunctionBase { }

    [Function("value", "uint256")]
    public class ValueFunctionBase : FunctionMessage
    {
        [Parameter("uint8", "parameter", 1)]
        public virtual byte Parameter { get; set; }
    }

    public partial class ValueAtFunction : ValueAtFunctionBase { }

    [Function("valueAt", "uint256")]
    public class ValueAtFunctionBase : FunctionMessage
    {
        [Parameter("uint8", "parameter", 1)]
        public virtual byte Parameter { get; set; }
        [Parameter("uint256", "epoch", 2)]
        public virtual BigInteger Epoch { get; set; }
    }

    public partial class AuthorityUpdatedEventDTO : AuthorityUpdatedEventDTOBase { }

    [Event("AuthorityUpdated")]
    public class AuthorityUpdatedEventDTOBase : IEventDTO
    {
        [Parameter("address", "authority", 1, false )]
        public virtual string Authority { get; set; }
    }

    public partial class InitializedEventDTO : InitializedEventDTOBase { }

    [Event("Initialized")]
    public class InitializedEventDTOBase : IEventDTO
    {
        [Parameter("uint64", "version", 1, false )]
        public virtual ulong Version { get; set; }
    }

    public partial class ListenerAddedEventDTO : ListenerAddedEventDTOBase { }

    [Event("ListenerAdded")]
    public class ListenerAddedEventDTOBase : IEventDTO
    {
        [Parameter("address", "listener", 1, true )]
        public virtual string Listener { get; set; }
    }

    public partial class ListenerRemovedEventDTO : ListenerRemovedEventDTOBase { }

    [Event("ListenerRemoved")]
    public class ListenerRemovedEventDTOBase : IEventDTO
    {
        [Parameter("address", "listener", 1, true )]
        public virtual string Listener { get; set; }
    }

    public partial class ParameterSetEventDTO : ParameterSetEventDTOBase { }

    [Event("ParameterSet")]
    public class ParameterSetEventDTOBase : IEventDTO
    {
        [Parameter("uint8", "parameter", 1, true )]
        public virtual byte Parameter { get; set; }
        [Parameter("uint256", "value", 2, false )]
        public virtual BigInteger Value { get; set; }
        [Parameter("uint256", "fromEpoch", 3, false )]
        public virtual BigInteger FromEpoch { get; set; }
    }

    public partial class UpgradedEventDTO : UpgradedEventDTOBase { }

    [Event("Upgraded")]
    public class UpgradedEventDTOBase : IEventDTO
    {
        [Parameter("address", "implementation", 1, true )]
        public virtual string Implementation { get; set; }
    }

    public partial class AccessManagedInvalidAuthorityError : AccessManagedInvalidAuthorityErrorBase { }

    [Error("AccessManagedInvalidAuthority")]
    public class AccessManagedInvalidAuthorityErrorBase : IErrorDTO
    {
        [Parameter("address", "authority", 1)]
        public virtual string Authority { get; set; }
    }

    public partial class AccessManagedRequiredDelayError : AccessManagedRequiredDelayErrorBase { }

    [Error("AccessManagedRequiredDelay")]
    public class AccessManagedRequiredDelayErrorBase : IErrorDTO
    {
        [Parameter("address", "caller", 1)]
        public virtual string Caller { get; set; }
        [Parameter("uint32", "delay", 2)]
        public virtual uint Delay { get; set; }
    }

    public partial class AccessManagedUnauthorizedError : AccessManagedUnauthorizedErrorBase { }

    [Error("AccessManagedUnauthorized")]
    public class AccessManagedUnauthorizedErrorBase : IErrorDTO
    {
        [Parameter("address", "caller", 1)]
        public virtual string Caller { get; set; }
    }

    public partial class AddressEmptyCodeError : AddressEmptyCodeErrorBase { }

    [Error("AddressEmptyCode")]
    public class AddressEmptyCodeErrorBase : IErrorDTO
    {
        [Parameter("address", "target", 1)]
        public virtual string Target { get; set; }
    }

    public partial class BeforeGenesisError : BeforeGenesisErrorBase { }

    [Error("BeforeGenesis")]
    public class BeforeGenesisErrorBase : IErrorDTO
    {
        [Parameter("uint256", "timestamp", 1)]
        public virtual BigInteger Timestamp { get; set; }
        [Parameter("uint256", "genesis", 2)]
        public virtual BigInteger Genesis { get; set; }
    }

    public partial class CheckpointUnorderedInsertionError : CheckpointUnorderedInsertionErrorBase { }
    [Error("CheckpointUnorderedInsertion")]
    public class CheckpointUnorderedInsertionErrorBase : IErrorDTO
    {
    }

    public partial class ERC1967InvalidImplementationError : ERC1967InvalidImplementationErrorBase { }

    [Error("ERC1967InvalidImplementation")]
    public class ERC1967InvalidImplementationErrorBase : IErrorDTO
    {
        [Parameter("address", "implementation", 1)]
        public virtual string Implementation { get; set; }
    }

    public partial class ERC1967NonPayableError : ERC1967NonPayableErrorBase { }
    [Error("ERC1967NonPayable")]
    public class ERC1967NonPayableErrorBase : IErrorDTO
    {
    }

    public partial class FailedCallError : FailedCallErrorBase { }
    [Error("FailedCall")]
    public class FailedCallErrorBase : IErrorDTO
    {
    }

    public partial class InactivityTooLongError : InactivityTooLongErrorBase { }

    [Error("InactivityTooLong")]
    public class InactivityTooLongErrorBase : IErrorDTO
    {
        [Parameter("uint256", "duration", 1)]
        public virtual BigInteger Duration { get; set; }
        [Parameter("uint256", "limit", 2)]
        public virtual BigInteger Limit { get; set; }
    }

    public partial class InvalidClockError : InvalidClockErrorBase { }
    [Error("InvalidClock")]
    public class InvalidClockErrorBase : IErrorDTO
    {
    }

    public partial class InvalidInitializationError : InvalidInitializationErrorBase { }
    [Error("InvalidInitialization")]
    public class InvalidInitializationErrorBase : IErrorDTO
    {
    }

    public partial class LengthMismatchError : LengthMismatchErrorBase { }

    [Error("LengthMismatch")]
    public class LengthMismatchErrorBase : IErrorDTO
    {
        [Parameter("uint256", "parameters", 1)]
        public virtual BigInteger Parameters { get; set; }
        [Parameter("uint256", "values", 2)]
        public virtual BigInteger Values { get; set; }
    }

    public partial class ListenerKnownError : ListenerKnownErrorBase { }

    [Error("ListenerKnown")]
    public class ListenerKnownErrorBase : IErrorDTO
    {
        [Parameter("address", "listener", 1)]
        public virtual string Listener { get; set; }
    }

    public partial class ListenerUnknownError : ListenerUnknownErrorBase { }

    [Error("ListenerUnknown")]
    public class ListenerUnknownErrorBase : IErrorDTO
    {
        [Parameter("address", "listener", 1)]
        public virtual string Listener { get; set; }
    }

    public partial class NotInitializingError : NotInitializingErrorBase { }
    [Error("NotInitializing")]
    public class NotInitializingErrorBase : IErrorDTO
    {
    }

    public partial class NotWholeGweiError : NotWholeGweiErrorBase { }

    [Error("NotWholeGwei")]
    public class NotWholeGweiErrorBase : IErrorDTO
    {
        [Parameter("uint8", "parameter", 1)]
        public virtual byte Parameter { get; set; }
        [Parameter("uint256", "value", 2)]
        public virtual BigInteger Value { get; set; }
    }

    public partial class ParameterMissingError : ParameterMissingErrorBase { }

    [Error("ParameterMissing")]
    public class ParameterMissingErrorBase : IErrorDTO
    {
        [Parameter("uint8", "parameter", 1)]
        public virtual byte Parameter { get; set; }
    }

    public partial class ParameterOutOfBoundsError : ParameterOutOfBoundsErrorBase { }

    [Error("ParameterOutOfBounds")]
    public class ParameterOutOfBoundsErrorBase : IErrorDTO
    {
        [Parameter("uint8", "parameter", 1)]
        public virtual byte Parameter { get; set; }
        [Parameter("uint256", "value", 2)]
        public virtual BigInteger Value { get; set; }
        [Parameter("uint256", "min", 3)]
        public virtual BigInteger Min { get; set; }
        [Parameter("uint256", "max", 4)]
        public virtual BigInteger Max { get; set; }
    }

    public partial class TooManyListenersError : TooManyListenersErrorBase { }

    [Error("TooManyListeners")]
    public class TooManyListenersErrorBase : IErrorDTO
    {
        [Parameter("uint256", "max", 1)]
        public virtual BigInteger Max { get; set; }
    }

    public partial class UUPSUnauthorizedCallContextError : UUPSUnauthorizedCallContextErrorBase { }
    [Error("UUPSUnauthorizedCallContext")]
    public class UUPSUnauthorizedCallContextErrorBase : IErrorDTO
    {
    }

    public partial class UUPSUnsupportedProxiableUUIDError : UUPSUnsupportedProxiableUUIDErrorBase { }

    [Error("UUPSUnsupportedProxiableUUID")]
    public class UUPSUnsupportedProxiableUUIDErrorBase : IErrorDTO
    {
        [Parameter("bytes32", "slot", 1)]
        public virtual byte[] Slot { get; set; }
    }

    public partial class UnbondingTooShortError : UnbondingTooShortErrorBase { }

    [Error("UnbondingTooShort")]
    public class UnbondingTooShortErrorBase : IErrorDTO
    {
        [Parameter("uint256", "unbonding", 1)]
        public virtual BigInteger Unbonding { get; set; }
        [Parameter("uint256", "required", 2)]
        public virtual BigInteger Required { get; set; }
    }

    public partial class UpgradeInterfaceVersionOutputDTO : UpgradeInterfaceVersionOutputDTOBase { }

    [FunctionOutput]
    public class UpgradeInterfaceVersionOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("string", "", 1)]
        public virtual string ReturnValue1 { get; set; }
    }



    public partial class AuthorityOutputDTO : AuthorityOutputDTOBase { }

    [FunctionOutput]
    public class AuthorityOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("address", "", 1)]
        public virtual string ReturnValue1 { get; set; }
    }

    public partial class BoundsOutputDTO : BoundsOutputDTOBase { }

    [FunctionOutput]
    public class BoundsOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "min", 1)]
        public virtual BigInteger Min { get; set; }
        [Parameter("uint256", "max", 2)]
        public virtual BigInteger Max { get; set; }
    }

    public partial class ClockParametersOutputDTO : ClockParametersOutputDTOBase { }

    [FunctionOutput]
    public class ClockParametersOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("tuple", "", 1)]
        public virtual Clock ReturnValue1 { get; set; }
    }

    public partial class CurrentEpochOutputDTO : CurrentEpochOutputDTOBase { }

    [FunctionOutput]
    public class CurrentEpochOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class EpochAtOutputDTO : EpochAtOutputDTOBase { }

    [FunctionOutput]
    public class EpochAtOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class EpochDurationOutputDTO : EpochDurationOutputDTOBase { }

    [FunctionOutput]
    public class EpochDurationOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class EpochStartOutputDTO : EpochStartOutputDTOBase { }

    [FunctionOutput]
    public class EpochStartOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class GenesisOutputDTO : GenesisOutputDTOBase { }

    [FunctionOutput]
    public class GenesisOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }



    public partial class IsConsumingScheduledOpOutputDTO : IsConsumingScheduledOpOutputDTOBase { }

    [FunctionOutput]
    public class IsConsumingScheduledOpOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bytes4", "", 1)]
        public virtual byte[] ReturnValue1 { get; set; }
    }

    public partial class ListenersOutputDTO : ListenersOutputDTOBase { }

    [FunctionOutput]
    public class ListenersOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("address[]", "", 1)]
        public virtual List<string> ReturnValue1 { get; set; }
    }

    public partial class MaxSettlementDelayOutputDTO : MaxSettlementDelayOutputDTOBase { }

    [FunctionOutput]
    public class MaxSettlementDelayOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class ProxiableUUIDOutputDTO : ProxiableUUIDOutputDTOBase { }

    [FunctionOutput]
    public class ProxiableUUIDOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("bytes32", "", 1)]
        public virtual byte[] ReturnValue1 { get; set; }
    }







    public partial class StakingLimitsAtOutputDTO : StakingLimitsAtOutputDTOBase { }

    [FunctionOutput]
    public class StakingLimitsAtOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("tuple", "limits", 1)]
        public virtual StakingLimits Limits { get; set; }
    }



    public partial class ValueOutputDTO : ValueOutputDTOBase { }

    [FunctionOutput]
    public class ValueOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }

    public partial class ValueAtOutputDTO : ValueAtOutputDTOBase { }

    [FunctionOutput]
    public class ValueAtOutputDTOBase : IFunctionOutputDTO 
    {
        [Parameter("uint256", "", 1)]
        public virtual BigInteger ReturnValue1 { get; set; }
    }
}
